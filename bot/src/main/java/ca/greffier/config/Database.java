package ca.greffier.config;

/** A PostgreSQL server that somebody else keeps. */
public record Database(String url, String user, Secret password) {
  private static final String PREFIX = "jdbc:postgresql://";

  static Database read(Section section) {
    Database database =
        new Database(section.text("url"), section.text("user"), section.secret("password"));
    if (!database.url.isEmpty() && !database.url.startsWith(PREFIX))
      section.fault("config.url.jdbc", section.line("url"), database.url);
    section.end();
    return database;
  }
}
