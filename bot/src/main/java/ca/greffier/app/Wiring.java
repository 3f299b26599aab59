package ca.greffier.app;

import ca.greffier.budget.Budget;
import ca.greffier.command.Asks;
import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.Desk;
import ca.greffier.command.Journal;
import ca.greffier.command.Kinds;
import ca.greffier.command.Tokens;
import ca.greffier.config.Config;
import ca.greffier.config.Database;
import ca.greffier.config.HouseKey;
import ca.greffier.dashboard.Boards;
import ca.greffier.dashboard.Shares;
import ca.greffier.directory.AbsenceCommands;
import ca.greffier.directory.Absences;
import ca.greffier.directory.AccessCommands;
import ca.greffier.directory.Accounts;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.DirectoryCommands;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.FeedAddresses;
import ca.greffier.directory.People;
import ca.greffier.directory.Sessions;
import ca.greffier.directory.SignIn;
import ca.greffier.document.ContentStore;
import ca.greffier.document.Documents;
import ca.greffier.document.DownloadLinks;
import ca.greffier.document.PublicPictures;
import ca.greffier.mail.MailCommands;
import ca.greffier.meeting.Agendas;
import ca.greffier.meeting.CountdownSweep;
import ca.greffier.meeting.MeetingCommands;
import ca.greffier.meeting.MeetingDocuments;
import ca.greffier.meeting.MeetingFeed;
import ca.greffier.meeting.MeetingFeedCommands;
import ca.greffier.meeting.MeetingKinds;
import ca.greffier.meeting.MeetingLetters;
import ca.greffier.meeting.Meetings;
import ca.greffier.minutes.FollowUpSweep;
import ca.greffier.minutes.Minutes;
import ca.greffier.minutes.MinutesCommands;
import ca.greffier.minutes.MinutesReading;
import ca.greffier.minutes.WrittenCommands;
import ca.greffier.minutes.WrittenResolutions;
import ca.greffier.minutes.WrittenSweep;
import ca.greffier.newsletter.Blocks;
import ca.greffier.newsletter.ConsentCommands;
import ca.greffier.newsletter.DigestSweep;
import ca.greffier.newsletter.ForgetSweep;
import ca.greffier.newsletter.Leavings;
import ca.greffier.newsletter.NewsletterCommands;
import ca.greffier.newsletter.NewsletterKinds;
import ca.greffier.newsletter.ScheduleSweep;
import ca.greffier.newsletter.Subscribing;
import ca.greffier.outbox.Campaigns;
import ca.greffier.outbox.Foresight;
import ca.greffier.outbox.ForesightCommands;
import ca.greffier.outbox.Outbox;
import ca.greffier.outbox.OutboxCommands;
import ca.greffier.outbox.Reasons;
import ca.greffier.outbox.Suppressions;
import ca.greffier.plan.Plan;
import ca.greffier.plan.PlanFeed;
import ca.greffier.plan.PlanKinds;
import ca.greffier.plan.Slip;
import ca.greffier.poll.PollCommands;
import ca.greffier.poll.PollLetters;
import ca.greffier.poll.PollSweep;
import ca.greffier.poll.Polls;
import ca.greffier.progress.Answering;
import ca.greffier.progress.CadenceCommands;
import ca.greffier.progress.CadenceSweep;
import ca.greffier.progress.Cadences;
import ca.greffier.progress.Freshness;
import ca.greffier.progress.Inquiry;
import ca.greffier.progress.ProgressCommands;
import ca.greffier.progress.Rounds;
import ca.greffier.progress.Summary;
import ca.greffier.progress.SummarySweep;
import ca.greffier.risk.Risks;
import ca.greffier.schedule.CronTicks;
import ca.greffier.store.Store;
import ca.greffier.sweep.OfficeHours;
import ca.greffier.sweep.Sweep;
import ca.greffier.text.Messages;
import ca.greffier.text.QuebecCalendar;
import ca.greffier.value.ProjectValue;
import ca.greffier.web.DocumentPages;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * The house, built from the ground up: read it from top to bottom. Its doors are opened onto it by
 * {@link Doors}; the demonstration plays in front of them.
 */
final class Wiring {
  // The ground.
  final Config config;
  final Store store;
  final InstantSource clock;
  final ZoneId zone;
  final Messages messages;
  final Jdbi jdbi;
  final QuebecCalendar calendar = new QuebecCalendar();
  final OfficeHours hours;

  // The ports.
  final Tokens tokens;
  final Asks asks;
  final Outbox outbox;
  final Campaigns campaigns;
  final Suppressions suppressions;
  final Journal journal;
  final Kinds kinds;

  // Who is who, and what the rooms above read.
  final People people;
  final Bodies bodies;
  final DirectoryKinds directoryKinds;
  final Sessions sessions;
  final SignIn signIn;
  final Plan plan;
  final Budget budget;
  final Slip slip;
  final ProjectValue value;
  final Risks risks;
  final Inquiry inquiry;
  final Rounds rounds;
  final Freshness freshness;
  final Meetings meetings;
  final Documents documents;
  final PublicPictures pictures;
  final NewsletterCommands.Parts newsletterParts;
  final Boards boards;
  final Shares shares;
  final PlanFeed planFeed;
  final MeetingFeed meetingFeed;
  final MinutesReading minutesReading;
  final Minutes minutes;
  final Agendas agendas;

  // What can be asked, who answers it, and what happens by itself.
  final Commands commands;
  final Desk desk;
  final List<Sweep> sweeps;
  final DocumentPages.Parts documentPages;

  private volatile Runnable afterwards = () -> {};

  Wiring(Config config, Store store, InstantSource clock) {
    this.config = config;
    this.store = store;
    this.clock = clock;
    this.zone = config.project().zone();
    this.messages = Messages.load(zone);
    this.jdbi = store.jdbi();
    this.hours = new OfficeHours(calendar, zone);

    this.tokens = new Tokens(HouseKey.of(config.key()));
    this.asks = new Asks(jdbi, tokens, clock);
    this.outbox = new Outbox(jdbi, clock);
    this.campaigns = new Campaigns(jdbi, clock);
    this.suppressions = new Suppressions(jdbi);
    this.journal = new Journal(jdbi);
    this.kinds = new Kinds(messages, clock);

    this.people = new People(jdbi);
    this.bodies = new Bodies(jdbi);
    this.directoryKinds = new DirectoryKinds(people, bodies);
    this.sessions = new Sessions(jdbi, clock);
    this.signIn = signIn();
    this.plan = new Plan(jdbi, zone);
    this.budget = new Budget(jdbi, zone);
    this.slip = new Slip(calendar);
    this.value = new ProjectValue(plan, budget);
    this.risks = new Risks(jdbi, zone);
    this.inquiry = new Inquiry(outbox, plan, people, messages);
    this.rounds = new Rounds(jdbi, asks, bodies, people, inquiry, calendar, zone);
    this.freshness = new Freshness(jdbi, calendar, zone);
    this.meetings = new Meetings(jdbi, bodies, people, zone);
    ContentStore contents = new ContentStore(config.data().resolve("documents"));
    this.documents = new Documents(jdbi, contents, zone);
    DownloadLinks downloads = new DownloadLinks(tokens, config.web().publicUrl());
    this.pictures = new PublicPictures(documents, contents);
    this.documentPages =
        new DocumentPages.Parts(documents, contents, downloads, people, bodies, clock);

    this.boards = Registers.boards(this);
    FeedAddresses addresses =
        new FeedAddresses(jdbi, new FeedAddresses.Parts(people, tokens, config.web().publicUrl()));
    this.planFeed = new PlanFeed(new PlanFeed.Parts(plan, bodies, addresses, messages, clock));
    this.minutes = new Minutes(jdbi, meetings, people);
    this.agendas = new Agendas(jdbi, minutes, people, messages);
    this.meetingFeed = new MeetingFeed(addresses, meetings, agendas, bodies, messages, clock);
    this.shares = new Shares(jdbi, tokens, config.web().publicUrl(), clock, zone);

    List<Command> offered = new ArrayList<>();
    List<Sweep> due = new ArrayList<>();
    offered.addAll(new OutboxCommands(jdbi, kinds).all());
    Foresight foresight = new Foresight(jdbi, () -> due, new CronTicks(zone));
    Reasons reasons = new Reasons(people, messages);
    offered.addAll(new ForesightCommands(jdbi, foresight, reasons, kinds).all());
    offered.addAll(new MailCommands(jdbi, kinds).all());
    directory(offered);
    Registers registers = new Registers(this, offered, due);
    registers.documents(contents, downloads);
    registers.plan();
    registers.risks();
    registers.changes();
    progress(offered, due);
    this.minutesReading = meeting(offered, due);
    registers.gaps();
    registers.reports();
    this.newsletterParts =
        new NewsletterCommands.Parts(
            jdbi, people, bodies, outbox, campaigns, tokens, pictures, zone);
    newsletter(offered, due);

    registers.attached();

    this.commands = new Commands(offered);
    this.desk = new Desk(jdbi, commands, people, asks, clock, () -> afterwards.run());
    this.sweeps = List.copyOf(due);
  }

  /**
   * The database of a configuration: the one it names, or one of our own in the data directory.
   *
   * @throws ca.greffier.store.StoreFailure when it cannot be had
   */
  static Store store(Config config) {
    Database database = config.database();
    return database == null
        ? Store.embedded(config.data())
        : Store.connect(database.url(), database.user(), database.password().reveal());
  }

  /** What to do after each command: the way out sets it, once it is open. */
  void afterEachCommand(Runnable work) {
    afterwards = work;
  }

  private void directory(List<Command> offered) {
    Accounts accounts = new Accounts(jdbi, outbox);
    offered.addAll(
        new AbsenceCommands(new Absences(jdbi, zone), people, directoryKinds, kinds, zone).all());
    offered.addAll(new DirectoryCommands(jdbi, people, bodies, accounts, kinds, zone).all());
    offered.addAll(new AccessCommands(sessions, directoryKinds, kinds).all());
  }

  private SignIn signIn() {
    return new SignIn(
        jdbi,
        new SignIn.Parts(
            people, sessions, outbox, tokens, kinds.emailAddress(), clock, () -> afterwards.run()));
  }

  private void progress(List<Command> offered, List<Sweep> due) {
    Answering answering = new Answering(jdbi, bodies, plan, zone);
    PlanKinds planKinds = new PlanKinds(plan);
    offered.addAll(
        new ProgressCommands(rounds, answering, bodies, people, planKinds, kinds, clock, zone)
            .all());
    Cadences cadences = new Cadences(jdbi, calendar, zone);
    offered.addAll(new CadenceCommands(cadences, bodies, people, directoryKinds, kinds).all());
    due.add(new CadenceSweep(jdbi, cadences, rounds, bodies, zone));
    due.add(
        new ca.greffier.progress.ReminderSweep(
            jdbi,
            new ca.greffier.progress.ReminderSweep.Parts(
                bodies, people, inquiry, rounds, hours, calendar)));
    due.add(new SummarySweep(jdbi, new Summary(rounds, bodies, people, plan, outbox, messages)));
  }

  private MinutesReading meeting(List<Command> offered, List<Sweep> due) {
    MeetingLetters letters =
        new MeetingLetters(
            meetings,
            agendas,
            new MeetingDocuments(
                documents, bodies, people, meetings, calendar, config.web().publicUrl()),
            people,
            outbox,
            messages);
    MeetingKinds meetingKinds = new MeetingKinds(meetings, messages);
    offered.addAll(
        new MeetingCommands(
                new MeetingCommands.Parts(
                    jdbi, meetings, agendas, letters, asks, bodies, people, calendar, zone,
                    domain()),
                kinds,
                directoryKinds,
                meetingKinds)
            .all());
    offered.addAll(new MeetingFeedCommands(meetingFeed, directoryKinds, kinds).all());
    due.add(new ca.greffier.meeting.ReminderSweep(jdbi, meetings, letters, calendar, zone));
    due.add(new CountdownSweep(jdbi, meetings, letters, hours));
    due.add(
        new FollowUpSweep(
            jdbi,
            new FollowUpSweep.Parts(
                minutes, meetings, letters, people, asks, outbox, hours, calendar)));
    PollLetters pollLetters = new PollLetters(outbox, messages);
    Polls polls =
        new Polls(jdbi, new Polls.Parts(asks, bodies, people, meetings, pollLetters), zone);
    offered.addAll(new PollCommands(polls, bodies, directoryKinds, kinds, zone, domain()).all());
    due.add(new PollSweep(jdbi, new PollSweep.Parts(polls, bodies, people, pollLetters, hours)));
    MinutesCommands.Parts parts =
        new MinutesCommands.Parts(
            jdbi, minutes, meetings, agendas, letters, bodies, people, asks, outbox, messages);
    MinutesCommands commands = new MinutesCommands(parts, kinds, directoryKinds, meetingKinds);
    offered.addAll(commands.all());
    WrittenResolutions written =
        new WrittenResolutions(
            jdbi, new WrittenResolutions.Parts(bodies, people, asks, outbox, zone));
    offered.addAll(new WrittenCommands(written, bodies, people, kinds, directoryKinds).all());
    due.add(new WrittenSweep(jdbi, written));
    return commands.reading();
  }

  private void newsletter(List<Command> offered, List<Sweep> due) {
    NewsletterKinds newsletters = new NewsletterKinds(jdbi);
    Blocks blocks =
        new Blocks(jdbi, new Blocks.Sources(minutes, meetings, plan, documents, messages));
    offered.addAll(new NewsletterCommands(newsletterParts, blocks, kinds, newsletters).all());
    Subscribing subscribing =
        new Subscribing(
            jdbi,
            new Subscribing.Parts(outbox, suppressions, tokens, new Leavings(jdbi, tokens), zone));
    offered.addAll(new ConsentCommands(jdbi, subscribing, kinds, newsletters, messages).all());
    due.add(new ForgetSweep(subscribing));
    due.add(new ScheduleSweep(newsletterParts, messages));
    due.add(new DigestSweep(newsletterParts, blocks, messages));
  }

  /** The domain of the house's own identifiers: where its replies come to. */
  private String domain() {
    if (config.smtp() == null) return "localhost";
    String replies = config.smtp().replies();
    return replies.substring(replies.indexOf('@') + 1);
  }
}
