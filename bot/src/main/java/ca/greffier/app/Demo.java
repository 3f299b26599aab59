package ca.greffier.app;

import ca.greffier.command.Identity;
import ca.greffier.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The demonstration: a house with its real doors, a world outside it, and a story played between
 * the two. How far the story has come is kept in the directory, so that a second start, or a start
 * after a kill, goes on from there.
 */
final class Demo implements AutoCloseable {
  private final Path directory;
  private final Shell shell;
  private final DemoClock clock;
  private final DemoMail mail;
  private final Wiring house;
  private final Doors doors;
  private final Store store;

  private Demo(Path directory, Shell shell, Store store) {
    this.directory = directory;
    this.shell = shell;
    this.store = store;
    this.clock = new DemoClock(instant(DemoStory.START));
    this.mail = new DemoMail(directory.resolve("mailbox"), clock);
    int web = DemoHouse.webPort(directory);
    DemoHouse.Ports ports = new DemoHouse.Ports(mail.smtpPort(), mail.imapPort(), web);
    this.house = new Wiring(DemoHouse.config(shell.language(), directory, ports), store, clock);
    this.doors = new Doors(house);
  }

  /**
   * Starts the database, the mail server and the doors.
   *
   * @throws ca.greffier.store.StoreFailure when another process has the directory
   */
  static Demo open(Path directory, Shell shell) {
    Path absolute = directory.toAbsolutePath().normalize();
    shell.tell("demo.title");
    shell.tell("demo.starting", absolute.toString());
    Store store = Store.embedded(absolute);
    store.closeAtExit(() -> {});
    return new Demo(absolute, shell, store);
  }

  /**
   * Plays the scenes that have not been played, then counts; what somebody has added to a story
   * that had come to its end is theirs, and not counted.
   *
   * @return false when a count is not what it should be
   */
  boolean play() {
    shell.tell("demo.where", directory.resolve("mailbox").toString(), pages());
    doors.recover();
    DemoStage stage = new DemoStage(house, doors, mail, clock, shell);
    List<DemoStory.Scene> scenes = new DemoStory(stage).scenes();
    int played = played();
    if (played == scenes.size()) {
      clock.at(instant(scenes.getLast().at()));
      shell.tell("demo.ended");
      return true;
    }
    if (played > 0) {
      clock.at(instant(scenes.get(played - 1).at()));
      shell.tell("demo.resumed", played, scenes.size());
    }
    for (int i = played; i < scenes.size(); i++) {
      DemoStory.Scene scene = scenes.get(i);
      if (scene.daily()) stage.dayByDay(scene.at());
      else stage.until(scene.at());
      shell.out().println();
      shell.tell("demo.scene." + scene.name(), instant(scene.at()));
      scene.play().run();
      remember(i + 1);
    }
    shell.out().println();
    return new DemoCounts(stage, mail).tell();
  }

  /** Leaves the console and the pages open, on a clock that runs. */
  void stay() throws IOException {
    clock.run();
    doors.startClock();
    shell.tell("demo.stay", pages());
    ConsoleVerb.open(house, Identity.email(DemoStory.CAMILLE), shell);
  }

  @Override
  public void close() {
    doors.close();
    mail.close();
    store.close();
  }

  private String pages() {
    return house.config.web().publicUrl().toString();
  }

  private static Instant instant(LocalDateTime moment) {
    return moment.atZone(DemoHouse.MONTREAL).toInstant();
  }

  private int played() {
    Path file = directory.resolve("scenes-played");
    try {
      return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remember(int played) {
    try {
      Path draft = Files.writeString(directory.resolve("scenes-played.draft"), played + "\n");
      Files.move(
          draft,
          directory.resolve("scenes-played"),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
