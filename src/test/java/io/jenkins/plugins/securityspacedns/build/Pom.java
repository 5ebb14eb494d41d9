package io.jenkins.plugins.securityspacedns.build;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** One of the two poms, as far as versions go. */
final class Pom {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");

    private final Element project;
    private final Map<String, String> properties = new TreeMap<>();

    private Pom(Element project) {
        this.project = project;
        NodeList all = child(project, "properties").getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element property) {
                properties.put(property.getTagName(), property.getTextContent().trim());
            }
        }
    }

    static Pom read(String name) throws Exception {
        return new Pom(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of(name).toFile())
                .getDocumentElement());
    }

    /** The direct child's text, with properties filled in. */
    String text(String name) {
        return resolved(child(project, name).getTextContent());
    }

    /** Properties that name a version, by name. */
    Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        properties.forEach((name, value) -> {
            if (name.endsWith("version") || name.equals("changelist")) {
                versions.put(name, resolved(value));
            }
        });
        return versions;
    }

    /** Direct dependencies with a version of their own: "group:artifact" to version. */
    Map<String, String> dependencies() {
        Map<String, String> dependencies = new LinkedHashMap<>();
        NodeList all = child(project, "dependencies").getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element dependency && child(dependency, "version") != null) {
                dependencies.put(
                        child(dependency, "groupId").getTextContent() + ":"
                                + child(dependency, "artifactId").getTextContent(),
                        resolved(child(dependency, "version").getTextContent()));
            }
        }
        return dependencies;
    }

    private String resolved(String text) {
        Matcher reference = REFERENCE.matcher(text);
        return reference.replaceAll(found -> Matcher.quoteReplacement(
                properties.containsKey(found.group(1)) ? resolved(properties.get(found.group(1))) : found.group()));
    }

    private static Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return null;
    }
}
