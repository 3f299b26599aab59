package ca.greffier.config;

import ca.greffier.text.Language;
import java.time.ZoneId;
import java.util.List;

/**
 * The project that is served.
 *
 * @param language what is spoken to those whose language is not known
 * @param zone in which dates fall and times are told
 */
public record Project(String name, Language language, ZoneId zone, Organisation organisation) {

  static Project read(Section section) {
    Project project =
        new Project(
            section.text("name"),
            section
                .choice("language", List.of(Language.values()), Language::tag)
                .orElse(Language.FRENCH),
            section.zone("zone", ZoneId.of("America/Toronto")),
            Organisation.read(section.section("organisation")));
    section.end();
    return project;
  }
}
