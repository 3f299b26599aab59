package ca.greffier.directory;

import ca.greffier.command.PersonId;
import ca.greffier.command.Role;
import ca.greffier.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface DirectoryDao {
  /** A person in a body. */
  record Seat(
      PersonId id,
      String givenName,
      String familyName,
      String email,
      Language language,
      String title,
      @Nullable String organisation,
      Role role,
      Function function) {
    Member member() {
      return new Member(
          new Person(id, givenName, familyName, email, language, title, organisation, role),
          function);
    }
  }

  @SqlQuery(
      """
      SELECT p.id, given_name, family_name, email, language, title, o.name AS organisation, role
      FROM person p LEFT JOIN organisation o ON o.id = organisation
      WHERE p.id = :id
      """)
  Optional<Person> person(PersonId id);

  @SqlQuery(
      """
      SELECT p.id, given_name, family_name, email, language, title, o.name AS organisation, role
      FROM person p LEFT JOIN organisation o ON o.id = organisation
      WHERE email = :email
      """)
  Optional<Person> byEmail(String email);

  @SqlQuery(
      """
      SELECT p.id, given_name, family_name, email, language, title, o.name AS organisation, role
      FROM person p JOIN discord_account d ON d.person = p.id
           LEFT JOIN organisation o ON o.id = organisation
      WHERE d.user_id = :userId
      """)
  Optional<Person> byDiscord(String userId);

  @SqlQuery(
      """
      SELECT p.id, given_name, family_name, email, language, title, o.name AS organisation, role
      FROM person p LEFT JOIN organisation o ON o.id = organisation
      ORDER BY family_name, given_name, p.id
      """)
  List<Person> people();

  @SqlQuery(
      """
      SELECT p.id, given_name, family_name, email, language, title, o.name AS organisation, role
      FROM person p LEFT JOIN organisation o ON o.id = organisation
      WHERE role = 'ADMIN' ORDER BY p.id
      """)
  List<Person> administrators();

  /** The Discord account they linked last. */
  @SqlQuery(
      "SELECT user_id FROM discord_account WHERE person = :person ORDER BY linked_at DESC LIMIT 1")
  Optional<String> account(PersonId person);

  @SqlQuery("SELECT id, code, name, kind, channel FROM body ORDER BY kind, code")
  List<Body> bodies();

  @SqlQuery("SELECT id, code, name, kind, channel FROM body WHERE id = :id")
  Optional<Body> body(BodyId id);

  @SqlQuery("SELECT id, code, name, kind, channel FROM body WHERE upper(code) = upper(:code)")
  Optional<Body> byCode(String code);

  @SqlQuery(
      """
      SELECT p.id, given_name, family_name, email, language, title, o.name AS organisation, role,
             function
      FROM mandate JOIN person p ON p.id = person LEFT JOIN organisation o ON o.id = organisation
      WHERE body = :body AND starts <= :on AND (ends IS NULL OR ends >= :on)
      ORDER BY CASE function WHEN 'CHAIR' THEN 0 WHEN 'SECRETARY' THEN 1 ELSE 2 END,
               family_name, given_name
      """)
  List<Seat> seats(BodyId body, LocalDate on);

  /** Mandates that end in this time, and after which nobody holds the function there. */
  @SqlQuery(
      """
      SELECT m.id, m.body, m.person, m.function, m.ends FROM mandate m
      WHERE m.starts <= :from AND m.ends BETWEEN :from AND :to
        AND NOT EXISTS (
          SELECT 1 FROM mandate o
          WHERE o.body = m.body AND o.function = m.function AND o.id <> m.id
            AND (m.function <> 'MEMBER' OR o.person = m.person)
            AND (o.ends IS NULL OR o.ends > m.ends))
      ORDER BY m.ends, m.id
      """)
  List<EndingMandate> ending(LocalDate from, LocalDate to);

  @SqlUpdate(
      """
      INSERT INTO organisation (name) VALUES (:name) ON CONFLICT (name) DO NOTHING
      """)
  void organisation(String name);

  /** Adds a person, or corrects the one who has this address. */
  @SqlUpdate(
      """
      INSERT INTO person (given_name, family_name, email, language, title, organisation, role)
      VALUES (:givenName, :familyName, :email, :language, :title,
              (SELECT id FROM organisation WHERE name = :organisation), :role)
      ON CONFLICT (email) DO UPDATE
      SET given_name = excluded.given_name, family_name = excluded.family_name,
          language = excluded.language, title = excluded.title,
          organisation = excluded.organisation, role = excluded.role
      """)
  void upsertPerson(
      String givenName,
      String familyName,
      String email,
      Language language,
      String title,
      @Nullable String organisation,
      Role role);

  /** The first person, known by address alone until a table says more. */
  @SqlUpdate(
      """
      INSERT INTO person (given_name, family_name, email, language, role)
      SELECT split_part(:email, '@', 1), '', :email, 'FRENCH', 'ADMIN'
      WHERE NOT EXISTS (SELECT FROM person)
      """)
  int found(String email);

  @SqlUpdate(
      """
      INSERT INTO body (code, name, kind, channel) VALUES (:code, :name, :kind, :channel)
      ON CONFLICT (code) DO UPDATE
      SET name = excluded.name, kind = excluded.kind, channel = excluded.channel
      """)
  void upsertBody(String code, String name, BodyKind kind, @Nullable String channel);

  @SqlUpdate(
      """
      INSERT INTO mandate (body, person, function, starts, ends)
      VALUES (:body, :person, :function, :starts, :ends)
      ON CONFLICT (body, person, function, starts) DO UPDATE SET ends = excluded.ends
      """)
  void upsertMandate(
      BodyId body, PersonId person, Function function, LocalDate starts, @Nullable LocalDate ends);

  @SqlUpdate(
      """
      INSERT INTO discord_account (user_id, person, linked_at) VALUES (:userId, :person, :at)
      ON CONFLICT (user_id) DO UPDATE SET person = excluded.person, linked_at = excluded.linked_at
      """)
  void link(String userId, PersonId person, Instant at);

  @SqlQuery(
      """
      SELECT id, code, name, kind, channel FROM body b
      WHERE EXISTS (SELECT FROM mandate WHERE body = b.id AND person = :person AND starts <= :on
                           AND (ends IS NULL OR ends >= :on))
      ORDER BY kind, code
      """)
  List<Body> bodiesOf(PersonId person, LocalDate on);
}
