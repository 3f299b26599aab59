package ca.greffier.command;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The stored Asks: put in the transaction of an action, opened by token. */
public final class Asks {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final AskDao dao;
  private final Tokens tokens;
  private final InstantSource clock;

  public Asks(Jdbi jdbi, Tokens tokens, InstantSource clock) {
    this.dao = jdbi.onDemand(AskDao.class);
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Asks a person a command until an instant; the answer may be changed until then. */
  public AskId put(PersonId to, String command, Map<String, String> given, Instant until) {
    return insert(to, command, given, until, false);
  }

  /** Asks a person a command that one answer closes. */
  public AskId putOnce(PersonId to, String command, Map<String, String> given, Instant until) {
    return insert(to, command, given, until, true);
  }

  /** The token under which the person finds the Ask: the same at each call. */
  public String token(AskId ask) {
    String token = tokens.of("ask:" + ask.value());
    dao.token(Tokens.hash(token), ask);
    return token;
  }

  /** Answers are taken until another instant. */
  public void until(AskId ask, Instant until) {
    dao.until(ask, until);
  }

  /**
   * No answer is taken any more.
   *
   * @return false when it was closed already
   */
  public boolean close(AskId ask) {
    return dao.close(ask, clock.instant()) > 0;
  }

  /**
   * @throws Refusal when the token is forged, its Ask closed or past its end
   */
  public Ask open(String token) {
    AskDao.Row row = dao.byHash(Tokens.hash(token)).orElseThrow(() -> new Refusal("ask.unknown"));
    if (row.closedAt() != null) throw new Refusal("ask.closed", row.closedAt());
    if (!clock.instant().isBefore(row.until())) throw new Refusal("ask.expired", row.until());
    return ask(row);
  }

  public Optional<Ask> find(AskId id) {
    return dao.byId(id).map(Asks::ask);
  }

  /** The Ask of a number that was given here. */
  Ask get(AskId id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no " + id));
  }

  private AskId insert(
      PersonId to, String command, Map<String, String> given, Instant until, boolean once) {
    AskId id =
        dao.insert(to, command, JSON.writeValueAsString(given), until, once, clock.instant());
    token(id);
    return id;
  }

  private static Ask ask(AskDao.Row row) {
    Map<String, String> given = JSON.readValue(row.given(), TEXTS);
    return new Ask(row.id(), row.person(), row.command(), given, row.until(), row.once());
  }
}
