/**
 * People, organisations, bodies (project, steering committee, working groups, suppliers), mandates
 * with dates, and the accounts people are known by. Answers {@link ca.greffier.command.Who} for the
 * doors. Tables: {@code organisation}, {@code person}, {@code discord_account}, {@code link_code},
 * {@code body}, {@code mandate}, {@code absence}; {@code sign_in}, {@code web_session} and {@code
 * knock} for those who sign in to the web pages. No sweep.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.directory;
