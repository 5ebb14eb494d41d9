package build;

import java.io.File;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the classes of a Jenkins declare for others, as facts in a file that says at its top how it is written. */
final class RealApi {

    private final Map<String, Facts> types;

    private RealApi(Map<String, Facts> types) {
        this.types = types;
    }

    /** Prints the facts about the classes of a folder, as the class path has them: {@code FOLDER CLASS_PATH}. */
    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        load(Path.of(args[0]), args[1]).types.values().forEach(facts -> {
            System.out.println(facts);
            facts.members.forEach(member -> System.out.println("  " + member));
        });
    }

    /** Reads a file of facts. */
    static RealApi read(Path file) throws IOException {
        RealApi api = new RealApi(new TreeMap<>());
        Facts facts = null;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("  ")) {
                facts.members.add(line.strip());
            } else if (!line.startsWith("#")) {
                facts = Facts.parse(line);
                api.types.put(facts.name, facts);
            }
        }
        return api;
    }

    private static RealApi load(Path folder, String classPath) throws IOException, ReflectiveOperationException {
        RealApi api = new RealApi(new TreeMap<>());
        List<URL> urls = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader loader =
                        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".class"))::iterator) {
                String path = folder.relativize(file).toString().replace(File.separatorChar, '.');
                Class<?> type = Class.forName(path.substring(0, path.length() - ".class".length()), false, loader);
                if (Facts.visible(type.getModifiers())) {
                    api.types.put(type.getName(), Facts.of(type));
                }
            }
        }
        return api;
    }

    /**
     * Compares the classes of a folder with these facts.
     *
     * @throws IllegalStateException if a class has what the real one has not, or leaves out what is abstract there
     */
    void check(Path folder, String classPath) throws IOException, ReflectiveOperationException {
        List<String> wrong = new ArrayList<>();
        load(folder, folder + File.pathSeparator + classPath).types.forEach((name, signatures) -> {
            if (types.containsKey(name)) {
                signatures.compare(types.get(name), wrong);
            } else {
                wrong.add(name + ": no such type, or no facts about it");
            }
        });
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("The real API differs:\n" + String.join("\n", wrong));
        }
    }

    /** A type. Its members are written as flags, name and descriptor. */
    private record Facts(String name, String superclass, Set<String> interfaces, String flags, Set<String> members) {

        static Facts parse(String line) {
            String[] parts = line.split(" ", 4);
            return new Facts(parts[0], parts[1], Set.of(parts[2].split(",")), parts[3], new TreeSet<>());
        }

        static Facts of(Class<?> type) {
            Facts facts = new Facts(
                    type.getName(),
                    type.isInterface()
                            ? "java.lang.Object"
                            : type.getSuperclass().getName(),
                    Stream.of(type.getInterfaces()).map(Class::getName).collect(Collectors.toCollection(TreeSet::new)),
                    flags(type.getModifiers()),
                    new TreeSet<>());
            Arrays.stream(type.getDeclaredFields())
                    .forEach(field -> facts.add(field, " " + field.getType().descriptorString()));
            Arrays.stream(type.getDeclaredConstructors())
                    .forEach(constructor ->
                            facts.add(constructor, descriptor(void.class, constructor.getParameterTypes())));
            Arrays.stream(type.getDeclaredMethods())
                    .forEach(method ->
                            facts.add(method, descriptor(method.getReturnType(), method.getParameterTypes())));
            return facts;
        }

        static boolean visible(int modifiers) {
            return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
        }

        private static String descriptor(Class<?> result, Class<?>... parameters) {
            return MethodType.methodType(result, parameters).descriptorString();
        }

        private static String flags(int modifiers) {
            return Modifier.toString(modifiers
                    & (Modifier.PUBLIC
                            | Modifier.PROTECTED
                            | Modifier.STATIC
                            | Modifier.ABSTRACT
                            | Modifier.INTERFACE));
        }

        private void add(Member member, String descriptor) {
            if (visible(member.getModifiers()) && !member.isSynthetic()) {
                String simpleName = member instanceof Constructor ? "<init>" : member.getName();
                members.add(flags(member.getModifiers()) + " " + simpleName + descriptor);
            }
        }

        /** Adds to the list what these signatures say and the real type does not. */
        void compare(Facts real, List<String> wrong) {
            // Nobody extends an enum, so that the signatures need not say which of its methods are abstract.
            boolean isEnum = superclass.equals("java.lang.Enum");
            if (!superclass.equals(real.superclass)
                    || !real.interfaces.containsAll(interfaces)
                    || !flags.equals(isEnum ? real.flags.replace(" abstract", "") : real.flags)) {
                wrong.add(this + ": is " + real);
            }
            members.stream()
                    .filter(member -> !real.members.contains(member) && !member.equals("protected <init>()V"))
                    .forEach(member -> wrong.add(name + ": has no " + member));
            real.members.stream()
                    .filter(member -> !isEnum && member.contains("abstract ") && !members.contains(member))
                    .forEach(member -> wrong.add(name + ": leaves out " + member));
        }

        @Override
        public String toString() {
            return String.join(" ", name, superclass, interfaces.isEmpty() ? "-" : String.join(",", interfaces), flags);
        }
    }
}
