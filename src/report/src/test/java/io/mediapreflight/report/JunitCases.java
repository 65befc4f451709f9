package io.mediapreflight.report;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A report of JUnit's as the JDK's StAX reads it.
 *
 * @param suite the attributes of the only suite
 * @param names of the cases
 * @param results of the cases: {@code failure RULE}, {@code error RULE}, {@code skipped} or {@code passed}
 * @param texts of the cases: all that is written within them
 */
record JunitCases(Map<String, String> suite, List<String> names, List<String> results, List<String> texts) {
    static JunitCases in(byte[] xml) throws XMLStreamException {
        JunitCases cases =
                new JunitCases(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        XMLStreamReader reader =
                XMLInputFactory.newFactory().createXMLStreamReader(new ByteArrayInputStream(xml), "UTF-8");
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                cases.start(reader);
            } else if (event == XMLStreamConstants.CHARACTERS && !cases.texts.isEmpty()) {
                int last = cases.texts.size() - 1;
                cases.texts.set(last, cases.texts.get(last) + reader.getText());
            }
        }
        return cases;
    }

    private void start(XMLStreamReader reader) {
        switch (reader.getLocalName()) {
            case "testsuite" -> {
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    suite.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                }
            }
            case "testcase" -> {
                names.add(reader.getAttributeValue(null, "name"));
                results.add("passed");
                texts.add("");
            }
            case "failure", "error" ->
                results.set(results.size() - 1, reader.getLocalName() + " " + reader.getAttributeValue(null, "type"));
            case "skipped" -> results.set(results.size() - 1, "skipped");
            case "testsuites", "system-out", "system-err" -> {}
            default -> throw new AssertionError("unexpected " + reader.getLocalName());
        }
    }

    /** What XML can hold of a text. */
    static String possible(String text) {
        return text.replace('\uFFFE', '\uFFFD').replace('\uFFFF', '\uFFFD');
    }
}
