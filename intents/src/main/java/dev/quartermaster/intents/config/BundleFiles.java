package dev.quartermaster.intents.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Where a bundle's files lie: a folder, or the default organisation in the class path. Read whole, as UTF-8, with
 * bounds, because what lies in a folder may be anything.
 */
public final class BundleFiles {
    static final int MAX_FILES = 500;
    static final int MAX_BYTES = 512 * 1024;
    private static final int MAX_DEPTH = 3;
    private static final String JAR_FOLDER = "config/";

    private BundleFiles() {}

    /**
     * All files below a folder but hidden ones and {@code schemas}. Links are followed (a mounted ConfigMap consists of them), as long as
     * they end inside the folder.
     *
     * @return relative path, with forward slashes, to text
     * @throws IOException when it cannot be read within the bounds; the message says which file and why
     */
    public static Map<String, String> ofFolder(Path folder) throws IOException {
        Path root = folder.toRealPath();
        List<Path> found;
        try (Stream<Path> walk = Files.walk(root, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            found = walk.filter(Files::isRegularFile)
                    .filter(file -> !hidden(root.relativize(file)) && !editors(root.relativize(file)))
                    .limit(MAX_FILES + 1L)
                    .toList();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        Map<String, String> files = new TreeMap<>();
        for (Path file : found) {
            String name = root.relativize(file).toString().replace('\\', '/');
            if (!file.toRealPath().startsWith(root)) {
                throw new IOException(name + " is a link that leads out of " + folder);
            }
            try (InputStream in = Files.newInputStream(file)) {
                add(files, name, in);
            }
        }
        return files;
    }

    /** The default organisation: {@code config/} in the class path, in a folder, a jar or a jar inside the boot jar. */
    public static Map<String, String> ofJar() throws IOException {
        URL marker = BundleFiles.class.getResource("/" + JAR_FOLDER + "organisation.yaml");
        if (marker == null) {
            throw new IOException("The default organisation is not in the class path (config/organisation.yaml)");
        }
        if (marker.openConnection() instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (JarFile open = jar.getJarFile()) {
                return ofJar(open);
            }
        }
        return ofFolder(Path.of(URI.create(marker.toString())).getParent());
    }

    private static Map<String, String> ofJar(JarFile jar) throws IOException {
        Map<String, String> files = new TreeMap<>();
        List<JarEntry> entries = jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(JAR_FOLDER))
                .toList();
        for (JarEntry entry : entries) {
            if (editors(Path.of(entry.getName().substring(JAR_FOLDER.length())))) {
                continue;
            }
            try (InputStream in = jar.getInputStream(entry)) {
                add(files, entry.getName().substring(JAR_FOLDER.length()), in);
            }
        }
        return files;
    }

    private static void add(Map<String, String> files, String name, InputStream in) throws IOException {
        if (files.size() == MAX_FILES) {
            throw new IOException("There are more than " + MAX_FILES + " files; this is not a folder of configuration");
        }
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IOException(name + " is larger than " + MAX_BYTES + " bytes");
        }
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            files.put(name, strict.decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException foreign) {
            throw new IOException(name + " is not UTF-8 text", foreign);
        }
    }

    /** Schemas, which say to editors what this program knows of its files; another version of it may have written them. */
    private static boolean editors(Path relative) {
        return relative.startsWith(BundleSchemas.FOLDER);
    }

    /** A ConfigMap's {@code ..data}, an editor's swap file, a {@code .git}. */
    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
