import com.google.googlejavaformat.java.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs google-java-format over every source below the last argument; the others are its options. */
class Format {
  public static void main(String[] arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of(arguments));
    Path folder = Path.of(words.removeLast());
    try (var files = Files.walk(folder)) {
      files.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().forEach(words::add);
    }
    Main.main(words.toArray(String[]::new));
  }
}
