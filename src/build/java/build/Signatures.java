package build;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles the file of signatures, which says at its top how it is written, and compares the classes with the real API.
 * What a line lacks to be Java is added on that line, so that the compiler's messages name lines of the file.
 */
public final class Signatures {

    /** SpotBugs knows a method with this text as one without its real body. */
    private static final String BODY = " { throw new RuntimeException(\"Stub!\"); }";

    private static final Pattern TYPE =
            Pattern.compile("(?:.* )?(?<kind>class|interface|enum|@interface) (?<name>\\w+)\\b.*\\{(?<end>})?");
    private static final String METHOD = "(.*[ >])?\\w+\\(.*\\)( throws [\\w., ]+)?;";

    private final Path file;
    private final List<JavaFileObject> sources = new ArrayList<>();
    private final Deque<Type> open = new ArrayDeque<>();

    private Signatures(Path file) {
        this.file = file;
    }

    /** Takes the file of signatures, the file of facts, the folder for the classes, the class path and the Java release. */
    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        Path classes = Path.of(args[2]);
        Signatures signatures = new Signatures(Path.of(args[0]));
        try {
            signatures.read();
            signatures.compile(classes, args[3], args[4]);
            RealApi.read(Path.of(args[1])).check(classes, args[3]);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void read() throws IOException {
        List<String> lines = Files.readAllLines(file);
        String packageHeader = null;
        StringBuilder source = null;
        String imports = lines.stream()
                .filter(line -> line.startsWith("package "))
                .map(line -> line.replace("package", "import").replace(";", ".*;"))
                .collect(Collectors.joining());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("import ") && packageHeader == null) {
                imports += line;
            } else if (line.startsWith("import ")) {
                packageHeader += line;
            } else if (line.startsWith("package ")) {
                packageHeader = line + imports;
            } else if (!open.isEmpty() || !line.isEmpty() && !line.startsWith("//")) {
                if (open.isEmpty()) {
                    source = new StringBuilder(packageHeader).append("\n".repeat(i));
                }
                source.append(java(line)).append('\n');
                if (open.isEmpty()) {
                    sources.add(source(source.toString()));
                }
            }
        }
    }

    private String java(String line) {
        Matcher type = TYPE.matcher(line);
        if (type.matches()) {
            open.push(new Type(type));
            return type.group("end") == null
                    ? line
                    : line.replace("{}", "{ " + open.pop().end());
        }
        return line.equals("}") ? open.pop().end() : open.peek().member(line);
    }

    private void compile(Path classes, String classPath, String release) {
        List<String> options =
                List.of("-d", classes.toString(), "-classpath", classPath, "--release", release, "-proc:none");
        StringWriter messages = new StringWriter();
        if (!ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, options, null, sources)
                .call()) {
            throw new IllegalStateException(messages.toString());
        }
    }

    /** One type of the file. Javac would take a public type from a file of its own name alone. */
    private JavaFileObject source(String text) {
        return new SimpleJavaFileObject(file.toUri(), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }

            @Override
            public boolean isNameCompatible(String simpleName, Kind kind) {
                return true;
            }
        };
    }

    /** A type whose members are being read. */
    private static final class Type {

        private final String kind;
        private final String name;
        private boolean constructed;

        private Type(Matcher header) {
            kind = header.group("kind");
            name = header.group("name");
        }

        private String member(String line) {
            boolean inInterface = kind.endsWith("interface");
            constructed |= line.matches("(.*\\W)?" + name + "\\(.*");
            if (line.matches(METHOD)) {
                boolean hasBody = inInterface ? line.matches(".*\\b(default|static) .*") : !line.contains("abstract ");
                return hasBody ? line.substring(0, line.length() - 1) + BODY : line;
            }
            boolean constant = inInterface || line.contains("static final ");
            // Null, but not so that SpotBugs sees it.
            return constant
                    ? line.replaceFirst("^([^=(]*?)(\\S+) (\\w+);", "$1$2 $3 = java.util.Map.<Object, $2>of().get(0);")
                    : line;
        }

        /** Closes the type, and gives a class without a constructor one that plugins cannot call. */
        private String end() {
            return kind.equals("class") && !constructed ? "protected " + name + "() {} }" : "}";
        }
    }
}
