package ca.greffier.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The plan of the house, held by a test: five floors, imports go down only, no cycle. */
@Tag("once")
class ArchitectureTest {
  private static final String ROOT = "ca.greffier";

  /** From the top down; a room imports only rooms that stand below its own line. */
  private static final List<Set<String>> LADDER =
      List.of(
          Set.of("app"),
          Set.of("chat", "console", "web", "mail", "schedule"),
          Set.of("report"),
          Set.of("newsletter"),
          Set.of("quality"),
          Set.of("event"),
          Set.of("dashboard"),
          Set.of("gap"),
          Set.of("minutes"),
          Set.of("poll"),
          Set.of("meeting"),
          Set.of("progress"),
          Set.of("change"),
          Set.of("exchange"),
          Set.of("value"),
          Set.of("risk"),
          Set.of("budget"),
          Set.of("plan"),
          Set.of("document"),
          Set.of("directory"),
          Set.of("outbox", "calendar", "table", "paper"),
          Set.of("command", "sweep"),
          Set.of("store", "config"),
          Set.of("text"));

  private final JavaClasses house =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void imports_go_down_only() {
    for (int rung = 0; rung < LADDER.size(); rung++) {
      for (String room : LADDER.get(rung)) {
        String[] forbidden =
            LADDER.subList(0, rung + 1).stream()
                .flatMap(Set::stream)
                .filter(other -> !other.equals(room))
                .map(other -> ROOT + "." + other + "..")
                .toArray(String[]::new);
        if (forbidden.length == 0) continue;
        noClasses()
            .that()
            .resideInAPackage(ROOT + "." + room + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(forbidden)
            .allowEmptyShould(true)
            .check(house);
      }
    }
  }

  @Test
  void there_is_no_package_cycle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(house);
  }

  @Test
  void every_room_is_on_the_ladder() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".*..")
        .should()
        .resideOutsideOfPackages(
            LADDER.stream()
                .flatMap(Set::stream)
                .map(room -> ROOT + "." + room)
                .toArray(String[]::new))
        .check(house);
  }

  @Test
  void nobody_reads_the_ambient_clock() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".app")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "reads the ambient clock", (JavaMethodCall call) -> isAmbientClock(call)))
        .because("time comes in as an InstantSource, so that the demo and the tests can set it")
        .check(house);
  }

  @Test
  void each_transport_lives_behind_one_door() {
    only("chat", "net.dv8tion..");
    only("console", "org.jline..");
    only("web", "io.javalin..");
    only("mail", "jakarta.mail..");
    only("schedule", "org.quartz..");
  }

  @Test
  void names_say_what_a_thing_is() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Abstract\\w+|Base\\w+)")
        .check(house);
  }

  /**
   * The composition root wires every door and the demo plays the world outside: app may use all.
   */
  private void only(String room, String library) {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "." + room, ROOT + ".app")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .check(house);
  }

  private static boolean isAmbientClock(JavaMethodCall call) {
    JavaClass owner = call.getTargetOwner();
    boolean now =
        call.getName().equals("now")
            && call.getTarget().getRawParameterTypes().isEmpty()
            && (owner.isEquivalentTo(Instant.class)
                || owner.isEquivalentTo(LocalDate.class)
                || owner.isEquivalentTo(LocalDateTime.class)
                || owner.isEquivalentTo(ZonedDateTime.class));
    boolean system =
        (owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system"))
            || (owner.isEquivalentTo(InstantSource.class) && call.getName().equals("system"))
            || (owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis"));
    return now || system;
  }
}
