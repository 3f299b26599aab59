package ca.greffier.app;

import ca.greffier.chat.ChatCarrier;
import ca.greffier.chat.DiscordDoor;
import ca.greffier.chat.EventCarrier;
import ca.greffier.chat.GatewayTurn;
import ca.greffier.config.Bulk;
import ca.greffier.config.Config;
import ca.greffier.config.Discord;
import ca.greffier.config.Imap;
import ca.greffier.config.Smtp;
import ca.greffier.mail.Addresses;
import ca.greffier.mail.BulkMail;
import ca.greffier.mail.Doorways;
import ca.greffier.mail.MailCarrier;
import ca.greffier.mail.MailDoor;
import ca.greffier.mail.MailReader;
import ca.greffier.mail.SpamAssassin;
import ca.greffier.mail.Templates;
import ca.greffier.minutes.SpokenMinutes;
import ca.greffier.newsletter.Archive;
import ca.greffier.newsletter.NewsletterStatus;
import ca.greffier.newsletter.Preferences;
import ca.greffier.newsletter.SpamSweep;
import ca.greffier.newsletter.Withdrawal;
import ca.greffier.outbox.CampaignRun;
import ca.greffier.outbox.Carrier;
import ca.greffier.outbox.Dispatch;
import ca.greffier.outbox.Limits;
import ca.greffier.schedule.Clockwork;
import ca.greffier.sweep.Sweep;
import ca.greffier.web.ArchivePages;
import ca.greffier.web.BoardPages;
import ca.greffier.web.DocumentPages;
import ca.greffier.web.DraftPages;
import ca.greffier.web.FeedPages;
import ca.greffier.web.MinutesPages;
import ca.greffier.web.PicturePages;
import ca.greffier.web.PreferencePages;
import ca.greffier.web.SignInPages;
import ca.greffier.web.SubscribePages;
import ca.greffier.web.Visitors;
import ca.greffier.web.WebDoor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The doors of a house, opened as its configuration says and closed in the reverse order: first
 * those that go out (mail, Discord), then those that come in (web pages, mailbox, Discord), then
 * the clock.
 */
final class Doors implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Doors.class);
  private static final Duration CHECKIN = Duration.ofSeconds(10);

  final Dispatch dispatch;

  /** Null when no mail leaves. */
  final @Nullable CampaignRun campaigns;

  final WebDoor web;

  private final Wiring house;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  Doors(Wiring house) {
    this.house = house;
    Config config = house.config;
    List<Carrier> carriers = new ArrayList<>();
    try {
      Templates templates = templates(house);
      if (config.smtp() != null) carriers.add(mail(config.smtp(), templates));
      this.campaigns = config.smtp() == null ? null : remember(campaigns(config.smtp(), templates));
      DiscordDoor discord = config.discord() == null ? null : discord(config.discord());
      if (discord == null) carriers.add(new ChannelFiles(config.data().resolve("channels")));
      else carriers.addAll(carriers(discord));
      this.dispatch = new Dispatch(house.jdbi, house.suppressions, carriers, house.clock);
      this.web = remember(webDoor(config));
      if (config.smtp() != null && config.imap() != null) listen(config.smtp(), config.imap());
      if (discord != null) takeTurns(discord);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** From now on parcels leave as soon as they are put down, and sweeps run at their hours. */
  void startClock() {
    List<Sweep> carrying = new ArrayList<>(List.of(dispatch));
    if (campaigns != null) carrying.add(campaigns);
    if (house.config.database() == null) recover();
    List<Pump> pumps =
        carrying.stream().map(each -> remember(new Pump(each, house.clock))).toList();
    house.afterEachCommand(() -> pumps.forEach(Pump::wake));
    pumps.forEach(Pump::open);
    List<Sweep> sweeps = new ArrayList<>(house.sweeps);
    sweeps.addAll(carrying);
    filter().ifPresent(sweeps::add);
    remember(
            new Clockwork(
                house.store.dataSource(),
                sweeps,
                house.clock,
                house.config.project().zone(),
                CHECKIN))
        .start();
  }

  /** Gives back what the last process was carrying when it died; no other is on this database. */
  void recover() {
    dispatch.recover();
    if (campaigns != null) campaigns.recover();
  }

  /** Carries all that is due, at once. */
  void carry() {
    dispatch.run(house.clock.instant());
    if (campaigns != null) campaigns.run(house.clock.instant());
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.warn("closing", e);
      }
    }
  }

  static Templates templates(Wiring house) {
    Config config = house.config;
    URI web = config.web().publicUrl();
    return new Templates(house.messages, config.project().organisation(), web, templateFolder());
  }

  /** The letters beside the program can be corrected without building; else those of the jar. */
  private static @Nullable Path templateFolder() {
    Path folder = Path.of(System.getProperty("greffier.home", "."), "mail-templates");
    return Files.isDirectory(folder) ? folder : null;
  }

  private List<Carrier> carriers(DiscordDoor discord) {
    return List.of(
        new ChatCarrier(discord, house.asks, house.messages),
        new EventCarrier(discord, house.messages, house.clock));
  }

  private Carrier mail(Smtp smtp, Templates templates) {
    Doorways doorways = new Doorways(house.asks, house.tokens, house.config.web().publicUrl());
    return remember(new MailCarrier(smtp, templates, doorways, house.clock));
  }

  private CampaignRun campaigns(Smtp smtp, Templates templates) {
    Doorways doorways = new Doorways(house.asks, house.tokens, house.config.web().publicUrl());
    Bulk bulk = smtp.bulk();
    Limits limits =
        new Limits(
            bulk.perHour(),
            bulk.perHost(),
            bulk.warmUpFrom(),
            bulk.from(),
            bulk.to(),
            house.config.project().zone());
    return new CampaignRun(
        house.jdbi, new BulkMail(smtp, templates, doorways, house.clock), limits, house.clock);
  }

  /** The drafts are judged by SpamAssassin, where it is installed. */
  private Optional<Sweep> filter() {
    Smtp smtp = house.config.smtp();
    if (smtp == null) return Optional.empty();
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    Doorways doorways = new Doorways(house.asks, house.tokens, house.config.web().publicUrl());
    return SpamAssassin.find(path)
        .map(program -> new SpamAssassin(program, smtp, templates(house), doorways, house.clock))
        .map(filter -> new SpamSweep(house.newsletterParts, filter));
  }

  private WebDoor webDoor(Config config) {
    Visitors visitors = new Visitors(house.sessions, house.people, config.web().publicUrl());
    return WebDoor.open(
        new WebDoor.Address(config.web().host(), config.web().port(), config.web().publicUrl()),
        new WebDoor.Rooms(house.desk, house.journal, house.outbox, house.messages, version()),
        List.of(
            // before the archive, whose addresses take any word after the list
            new SubscribePages(
                house.desk, new Archive(house.jdbi), config.project().organisation()),
            new PreferencePages(
                house.desk, new Preferences(house.jdbi, house.outbox, house.campaigns)),
            new ArchivePages(
                new Archive(house.jdbi),
                config.web().publicUrl(),
                config.project().organisation().name()),
            new DocumentPages(house.documentPages, visitors),
            new PicturePages(house.pictures),
            new FeedPages(house.planFeed, house.meetingFeed),
            new DraftPages(
                house.desk,
                new Archive(house.jdbi),
                new NewsletterStatus(house.jdbi, house.outbox, house.campaigns),
                visitors),
            new MinutesPages(house.minutesReading, visitors),
            new SignInPages(house.signIn, house.sessions, visitors),
            new BoardPages(house.boards, house.shares, visitors)));
  }

  private void listen(Smtp smtp, Imap imap) {
    MailDoor door =
        new MailDoor(
            house.jdbi,
            house.desk,
            house.people,
            house.outbox,
            house.suppressions,
            new Withdrawal(house.jdbi, house.outbox, house.campaigns),
            Addresses.of(smtp),
            house.messages,
            house.clock);
    remember(new MailReader(imap, door)).start();
  }

  private DiscordDoor discord(Discord settings) {
    return new DiscordDoor(
        settings,
        house.desk,
        house.commands,
        house.people,
        new SpokenMinutes(house.minutes),
        house.messages,
        house.clock);
  }

  /** Of several nodes, one at a time holds Discord's line. */
  private void takeTurns(DiscordDoor discord) {
    remember(
            new GatewayTurn(
                house.store.dataSource(),
                () -> discord.start(Duration.ofSeconds(30)),
                discord::close,
                house.messages,
                CHECKIN))
        .start();
  }

  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "0" : version;
  }

  private <T extends AutoCloseable> T remember(T door) {
    open.push(door);
    return door;
  }
}
