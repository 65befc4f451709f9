package io.mediapreflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the compiler says to someone outside the package who would send what was not judged. */
class ForgedClearanceTest {
    @TempDir
    Path classes;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            compiler.err.not.def.public.cant.access | Object o = new ClearedRequest(null, null, null, null, null, null);
            compiler.err.not.def.public.cant.access | Object o = new RequestVerdict(null, null, null, null, null, null, 0, null);
            compiler.err.not.def.public.cant.access | Object o = new RequestVerdict.Basis(null, null, null, null, null);
            compiler.err.not.def.public.cant.access | Object o = new io.mediapreflight.Clearing(null, null, null);
            compiler.err.cant.inherit.from.final    | class Forged extends ClearedRequest {}
            compiler.err.cant.inherit.from.final    | class Forged extends RequestVerdict {}
            compiler.err.cant.inherit.from.sealed   | class Forged implements Clearance {}
            compiler.err.report.access              | void forge(ClearedRequest r) { r.media = null; }
            """)
    void it_cannot_be_written(String code, String member) {
        assertThat(compile(member)).extracting(Diagnostic::getCode).contains(code);
    }

    @Test
    void what_is_meant_to_be_written_can_be() {
        assertThat(compile("""
                        ClearedRequest clear(Preflight preflight, RequestVerdict verdict) throws java.io.IOException {
                            Clearance clearance = preflight.clear(verdict, false);
                            return clearance instanceof Clearance.Cleared cleared ? cleared.request() : null;
                        }
                        """)).isEmpty();
    }

    private List<Diagnostic<? extends JavaFileObject>> compile(String member) {
        String source = "package elsewhere; import io.mediapreflight.*; class Outsider { " + member + " }";
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///elsewhere/Outsider.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        compiler.getTask(null, null, diagnostics, options, null, List.of(file)).call();
        return diagnostics.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }
}
