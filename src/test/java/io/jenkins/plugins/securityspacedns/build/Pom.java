package io.jenkins.plugins.securityspacedns.build;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One of the two poms. */
final class Pom {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");

    private final Element project;

    private Pom(Element project) {
        this.project = project;
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

    /** A property of the POM itself, with others filled in. */
    String property(String name) {
        return resolved(child(child(project, "properties"), name).getTextContent());
    }

    private String resolved(String text) {
        Matcher reference = REFERENCE.matcher(text.trim());
        return reference.replaceAll(found -> Matcher.quoteReplacement(property(found.group(1))));
    }

    private static Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        throw new IllegalArgumentException(parent.getTagName() + " has no " + name);
    }
}
