package build;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Writes the indexes that Jenkins reads from a plugin's jar and that the annotation processors of Stapler and of the
 * annotation indexer write in the other build: names of bound constructor and query parameters, exported types with the
 * documentation of what they export, and the classes that carry an indexed annotation.
 */
public final class IndexProcessor extends AbstractProcessor {

    private static final String BOUND_CONSTRUCTOR = "org.kohsuke.stapler.DataBoundConstructor";
    private static final String QUERY_PARAMETER = "org.kohsuke.stapler.QueryParameter";
    private static final String EXPORTED = "org.kohsuke.stapler.export.Exported";

    /** The annotations that the real API marks as indexed. */
    private static final Set<String> INDEXED = Set.of(
            "hudson.init.Initializer",
            "hudson.init.Terminator",
            "org.jenkinsci.Symbol",
            "org.kohsuke.accmod.Restricted",
            "org.kohsuke.stapler.export.ExportedBean");

    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, Set<String>> indexes = new TreeMap<>();
    private final Map<String, Properties> exported = new TreeMap<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        Set<String> all = new LinkedHashSet<>(INDEXED);
        all.addAll(List.of(BOUND_CONSTRUCTOR, QUERY_PARAMETER, EXPORTED));
        return all;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            String name = annotation.getQualifiedName().toString();
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                switch (name) {
                    case BOUND_CONSTRUCTOR -> boundConstructor((ExecutableElement) element);
                    case QUERY_PARAMETER -> queryParameter((ExecutableElement) element.getEnclosingElement());
                    case EXPORTED -> exported(element);
                    default -> indexed(name, element);
                }
            }
        }
        if (round.processingOver() && !round.errorRaised()) {
            write();
        }
        return false;
    }

    private void boundConstructor(ExecutableElement constructor) {
        files.put(
                pathOf(constructor.getEnclosingElement()) + ".stapler",
                "constructor=" + parameters(constructor) + "\n");
    }

    private void queryParameter(ExecutableElement method) {
        files.put(pathOf(method.getEnclosingElement()) + "/" + method.getSimpleName() + ".stapler", parameters(method));
    }

    private void exported(Element member) {
        Element type = member.getEnclosingElement();
        Properties texts = exported.computeIfAbsent(nameOf(type), name -> new Properties());
        String text = processingEnv.getElementUtils().getDocComment(member);
        if (text != null) {
            texts.put(member.getSimpleName().toString(), text);
        }
    }

    private void indexed(String annotation, Element element) {
        if (element.getKind() == ElementKind.RECORD) {
            return; // the indexer of Jenkins knows no records
        }
        String entry;
        if (element instanceof PackageElement) {
            entry = element + ".*";
        } else {
            Element type = element instanceof TypeElement ? element : element.getEnclosingElement();
            entry = processingEnv
                    .getElementUtils()
                    .getBinaryName((TypeElement) type)
                    .toString();
        }
        indexes.computeIfAbsent(annotation, name -> new TreeSet<>()).add(entry);
    }

    private void write() {
        exported.forEach((type, texts) -> files.put(type.replace('.', '/') + ".javadoc", lines(texts)));
        if (!exported.isEmpty()) {
            files.put("META-INF/exposed.stapler-beans", lines(exported.keySet()));
        }
        indexes.forEach((annotation, types) -> files.put("META-INF/services/annotations/" + annotation, lines(types)));
        files.forEach((path, text) -> {
            try (Writer out = processingEnv
                    .getFiler()
                    .createResource(StandardLocation.CLASS_OUTPUT, "", path)
                    .openWriter()) {
                out.write(text);
            } catch (IOException e) {
                processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, path + ": " + e);
            }
        });
    }

    private static String parameters(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .collect(Collectors.joining(","));
    }

    private static String nameOf(Element type) {
        return ((TypeElement) type).getQualifiedName().toString();
    }

    private static String pathOf(Element type) {
        return nameOf(type).replace('.', '/');
    }

    private static String lines(Set<String> entries) {
        return entries.stream().map(entry -> entry + "\n").collect(Collectors.joining());
    }

    /** The properties format, without the date that {@link Properties#store} would put on top. */
    private static String lines(Properties texts) {
        return texts.stringPropertyNames().stream()
                .sorted()
                .map(key -> key + "=" + escaped(texts.getProperty(key)) + "\n")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.strip().toCharArray()) {
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\\' -> escaped.append("\\\\");
                default -> {
                    if (c < ' ' || c > '~') {
                        escaped.append(String.format("\\u%04X", (int) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
