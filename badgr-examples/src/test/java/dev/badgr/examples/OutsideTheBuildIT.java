package dev.badgr.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project that has nothing but the built jars, what they depend on, and a driver, compiles and runs README's ten lines: on
 * the class path and as named modules.
 */
class OutsideTheBuildIT {
    private static final Path QUICKSTART = Path.of("src/main/java/dev/badgr/examples/quickstart");

    /** The whole run-time closure of badgr-core and badgr-jdbc, and the driver; a new one has to be added here on purpose. */
    private static final List<String> JARS = List.of(
            "badgr-core-",
            "badgr-jdbc-",
            "bcprov-jdk18on-",
            "h2-",
            "jackson-annotations-",
            "jackson-core-",
            "jackson-databind-",
            "jakarta.validation-api-",
            "jmail-",
            "jspecify-",
            "slf4j-api-",
            "zxcvbn-");

    @TempDir
    Path project;

    private String jars = "";

    @BeforeEach
    void copyTheTenLines() throws IOException {
        jars = jars();
        Path sources = Files.createDirectories(project.resolve("src/dev/badgr/examples/quickstart"));
        Files.copy(QUICKSTART.resolve("Quickstart.java"), sources.resolve("Quickstart.java"));
    }

    @Test
    void runsOnTheClassPath() throws Exception {
        run(
                "javac",
                "--release",
                "17",
                "-Werror",
                "-Xlint:all,-path,-classfile",
                "-proc:none",
                "-cp",
                jars,
                "-d",
                "out",
                source());
        assertThat(run("java", "-cp", "out" + File.pathSeparator + jars, "dev.badgr.examples.quickstart.Quickstart"))
                .contains("Backpack");
    }

    @Test
    void runsAsNamedModules() throws Exception {
        Path moduleInfo = project.resolve("src/module-info.java");
        Files.writeString(moduleInfo, "module host { requires dev.badgr.jdbc; requires com.h2database; }");
        run("javac", "--release", "17", "-proc:none", "-p", jars, "-d", "out", moduleInfo.toString(), source());
        assertThat(run(
                        "java",
                        "-p",
                        "out" + File.pathSeparator + jars,
                        "-m",
                        "host/dev.badgr.examples.quickstart.Quickstart"))
                .contains("Backpack");
    }

    private static String source() {
        return "src/dev/badgr/examples/quickstart/Quickstart.java";
    }

    private static String jars() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> found = Stream.of(classPath.split(File.pathSeparator))
                .filter(entry ->
                        JARS.stream().anyMatch(Path.of(entry).getFileName().toString()::startsWith))
                .filter(entry -> entry.endsWith(".jar") && !entry.endsWith("-tests.jar"))
                .toList();
        assertThat(found).as("built jars on %s", classPath).hasSameSizeAs(JARS);
        return String.join(File.pathSeparator, found);
    }

    private String run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        String output = process.inputReader().lines().collect(Collectors.joining("\n"));
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
