package ca.greffier.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import ca.greffier.exchange.Schedule.Link;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleFileTest {
  private static final String NESTED =
      """
      <project name="Numérique" version="3.2">
        <calendars>
          <day-types>
            <default-week id="1" mon="0" tue="0" wed="0" thu="0" fri="0" sat="1" sun="1"/>
            <only-show-weekends value="false"/>
          </day-types>
          <date year="" month="12" date="25" type="HOLIDAY"/>
          <date year="2026" month="12" date="26" type="WORKING_DAY"/>
        </calendars>
        <tasks>
          <task id="0" name="Formation" start="2026-12-01" duration="1">
            <task id="1" name="Trousse" start="2026-12-24" duration="3">
              <depend id="2" type="2" difference="0" hardness="Strong"/>
            </task>
            <task id="2" name="Essai" start="2026-12-31" duration="1"/>
          </task>
          <task id="3" name="Lancement" meeting="true" start="2027-01-15" duration="0"/>
        </tasks>
        <resources><resource id="0" name="Zoé"/></resources>
        <allocations><allocation task-id="1" resource-id="0"/></allocations>
        <previous><previous-tasks name="Départ"><previous-task id="1" start="2026-12-20"/>
        </previous-tasks></previous>
      </project>
      """;

  @Test
  void the_links_of_nested_tasks_of_GanttProject_are_kept() {
    Schedule schedule = read("numerique.gan", NESTED);
    assertThat(schedule.format()).isEqualTo(ScheduleFormat.GAN);
    assertThat(schedule.links()).containsExactly(new Link("1", "2", 0, true));
    assertThat(schedule.tasks())
        .extracting(ScheduledTask::name)
        .containsExactly("Formation", "Trousse", "Essai", "Lancement");
    assertThat(schedule.summaries()).isEqualTo(1);
    assertThat(schedule.milestones()).isEqualTo(1);
    assertThat(schedule.resources()).isEqualTo(1);
    assertThat(schedule.assignments()).isEqualTo(1);
    assertThat(schedule.baselines()).isEqualTo(1);
    assertThat(schedule.warnings()).isEmpty();
  }

  /** Three days from the 24th: the 25th is a holiday, Saturday 26 is worked, Sunday is not. */
  @Test
  void GanttProject_counts_the_days_that_are_worked() {
    Schedule schedule = read("numerique.gan", NESTED);
    ScheduledTask kit = schedule.tasks().get(1);
    assertThat(kit.finish()).isEqualTo(LocalDate.of(2026, 12, 28).atStartOfDay());
    assertThat(schedule.tasks().getFirst().finish())
        .as("a summary ends with the last of its tasks")
        .isEqualTo(LocalDate.of(2026, 12, 31).atStartOfDay());
    assertThat(schedule.start()).contains(LocalDate.of(2026, 12, 1).atStartOfDay());
    assertThat(schedule.finish()).contains(LocalDate.of(2027, 1, 15).atStartOfDay());
  }

  @Test
  void a_calendar_without_work_does_not_turn_for_ever() {
    StringBuilder dates = new StringBuilder();
    for (int month = 1; month <= 12; month++) {
      for (int day = 1; day <= 31; day++)
        dates.append("<date year='' month='%d' date='%d' type='HOLIDAY'/>".formatted(month, day));
    }
    Schedule schedule =
        read(
            "repos.gan",
            "<project><calendars>"
                + dates
                + "</calendars><tasks><task id='1' name='A' start='2026-01-05' duration='9'/>"
                + "</tasks></project>");
    assertThat(schedule.finish()).contains(LocalDate.of(2026, 1, 5).atStartOfDay());
  }

  @Test
  void what_looks_wrong_is_told_with_how_many() {
    Schedule schedule =
        read(
            "doutes.gan",
            """
            <project><tasks>
              <task id="1" name="A" start="2026-01-05" duration="2"><depend id="2" type="2"/></task>
              <task id="2" name="B" start="2026-01-07" duration="x"><depend id="1" type="2"/></task>
              <task id="3" name="" start="31/12/2026" duration="1"><depend id="9" type="2"/></task>
              <task id="4" name="C" duration="1"/>
            </tasks></project>
            """);
    assertThat(schedule.warnings())
        .containsExactly(
            Phrase.of("exchange.doubt.unreadable", 2),
            Phrase.of("exchange.doubt.unnamed", 1, "3"),
            Phrase.of("exchange.doubt.undated", 2, "3"),
            Phrase.of("exchange.doubt.lost", 1L),
            Phrase.of("exchange.doubt.circle", 2, "A"));
  }

  @Test
  void Microsoft_Project_leaves_out_the_line_of_the_project_and_nobody() {
    Schedule schedule =
        read(
            "projet.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Project xmlns="http://schemas.microsoft.com/project">
              <Tasks>
                <Task><UID>0</UID><ID>0</ID><Name>Tout</Name><OutlineLevel>0</OutlineLevel>
                  <Summary>1</Summary></Task>
                <Task><UID>7</UID><ID>1</ID><Name>Devis</Name><OutlineLevel>1</OutlineLevel>
                  <Start>2026-03-02T08:00:00</Start><Finish>2026-03-06T17:00:00</Finish>
                  <Baseline><Number>3</Number><Start>2026-03-02T08:00:00</Start></Baseline></Task>
                <Task><UID>8</UID><ID>2</ID><Name>Choix</Name><OutlineLevel>1</OutlineLevel>
                  <Start>2026-03-09T08:00:00</Start><Finish>2026-03-09T08:00:00</Finish>
                  <Milestone>1</Milestone>
                  <PredecessorLink><PredecessorUID>7</PredecessorUID><Type>1</Type>
                  </PredecessorLink></Task>
              </Tasks>
              <Resources><Resource><UID>0</UID><ID>0</ID></Resource></Resources>
            </Project>
            """);
    assertThat(schedule.tasks()).extracting(ScheduledTask::key).containsExactly("7", "8");
    assertThat(schedule.links()).containsExactly(new Link("7", "8", 0, true));
    assertThat(schedule.baselines()).isEqualTo(1);
    assertThat(schedule.milestones()).isEqualTo(1);
    assertThat(schedule.resources()).isZero();
    assertThat(schedule.start()).contains(LocalDate.of(2026, 3, 2).atTime(8, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exchange.empty   | ''
          exchange.format  | bonjour
          exchange.format  | <html><body/></html>
          exchange.format  | %PDF-1.7
          exchange.damaged | <project><tasks><task id="1" name="A">
          exchange.damaged | <Project xmlns="http://schemas.microsoft.com/project"><Tasks><Task>
          exchange.none    | ERMHDR
          """)
  void what_cannot_be_read_is_refused_in_plain_words(String why, String content) {
    assertThatThrownBy(() -> read("fichier", content))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.key()).isEqualTo(why));
  }

  @Test
  void nothing_is_fetched_and_no_entity_grows() {
    String entity =
        "<!DOCTYPE project [<!ENTITY a SYSTEM \"file:///etc/hostname\"><!ENTITY b \"&a;&a;\">]>";
    for (String body :
        List.of(
            "<project><tasks><task id='1' name='A'>&b;</task></tasks></project>",
            "<Project><Name>&b;</Name></Project>",
            "<project mrproject-version='2'><properties>&b;</properties></project>",
            "<APIBusinessObjects><Project><Name>&b;</Name></Project></APIBusinessObjects>")) {
      assertThatThrownBy(() -> read("piege.xml", entity + body))
          .as(body)
          .isInstanceOf(Refusal.class);
    }
  }

  @Test
  void a_damaged_Microsoft_Project_file_is_refused() {
    byte[] file = new byte[4096];
    file[0] = (byte) 0xD0;
    file[1] = (byte) 0xCF;
    file[2] = 0x11;
    file[3] = (byte) 0xE0;
    assertThatThrownBy(() -> ScheduleFile.read(new Attachment("plan.mpp", file), LocalDate.EPOCH))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.key()).isEqualTo("exchange.damaged"));
  }

  private static Schedule read(String name, String text) {
    return ScheduleFile.read(new Attachment(name, text.getBytes(UTF_8)), LocalDate.of(2026, 3, 16));
  }
}
