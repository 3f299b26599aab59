package ca.greffier.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.greffier.outbox.Later;
import ca.greffier.outbox.Never;
import ca.greffier.outbox.Parcel;
import ca.greffier.outbox.Parcel.ParcelId;
import ca.greffier.outbox.ServerEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The scheduled events of a server follow ours, with the real JDA. */
class EventCarrierTest {
  /** JDA itself compares with the time of the machine. */
  private static final Instant TOMORROW =
      Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

  private final ChatHouse house = new ChatHouse();
  private final EventCarrier carrier = carrier(house.door);
  private final String channel = house.discord.channel("comite");

  @BeforeEach
  void settle() {
    house.clock.set(TOMORROW.minus(Duration.ofDays(1)));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void an_event_is_made_then_changed_then_taken_out() throws Exception {
    house.door.start(ChatHouse.PATIENCE);
    String address = carrier.carry(parcel(event("Comité directeur", TOMORROW, false)));
    JsonNode made = only();
    assertThat(address).endsWith(made.path("id").asString());
    assertThat(made.path("name").asString()).isEqualTo("Comité directeur");
    assertThat(made.path("description").asString()).isEqualTo("Ordre du jour\nCD-07");
    assertThat(made.path("entity_metadata").path("location").asString()).hasSize(100);
    assertThat(Instant.parse(made.path("scheduled_start_time").asString())).isEqualTo(TOMORROW);
    Instant later = TOMORROW.plusSeconds(7200);
    assertThat(carrier.carry(parcel(event("Comité", later, false)))).isEqualTo(address);
    assertThat(only().path("name").asString()).isEqualTo("Comité");
    assertThat(Instant.parse(only().path("scheduled_start_time").asString())).isEqualTo(later);
    assertThat(carrier.carry(parcel(event("Comité", later, true)))).isEmpty();
    assertThat(house.discord.events()).isEmpty();
  }

  @Test
  void after_a_restart_the_event_is_found_again_by_its_key() throws Exception {
    house.door.start(ChatHouse.PATIENCE);
    carrier.carry(parcel(event("Avant", TOMORROW, false)));
    house.door.close();
    try (DiscordDoor again = house.door(house.settings())) {
      again.start(ChatHouse.PATIENCE);
      carrier(again).carry(parcel(event("Après", TOMORROW, false)));
    }
    assertThat(only().path("name").asString()).isEqualTo("Après");
  }

  @Test
  void an_event_that_people_removed_is_made_anew() throws Exception {
    house.door.start(ChatHouse.PATIENCE);
    carrier.carry(parcel(event("Avant", TOMORROW, false)));
    house.discord.removeEvent(only().path("id").asString());
    carrier.carry(parcel(event("Après", TOMORROW, false)));
    assertThat(only().path("name").asString()).isEqualTo("Après");
  }

  @Test
  void what_has_begun_is_announced_no_more() throws Exception {
    house.door.start(ChatHouse.PATIENCE);
    house.clock.set(TOMORROW.plusSeconds(1));
    assertThat(carrier.carry(parcel(event("Trop tard", TOMORROW, false)))).isEmpty();
    assertThat(house.discord.events()).isEmpty();
  }

  @Test
  void without_the_permission_the_refusal_names_it() {
    house.discord.deniesEvents();
    house.door.start(ChatHouse.PATIENCE);
    Never never =
        catchThrowableOfType(
            Never.class, () -> carrier.carry(parcel(event("Comité", TOMORROW, false))));
    assertThat(never).hasMessageContaining("Create Events").hasMessageContaining("serveur");
  }

  @Test
  void a_failure_of_discord_is_tried_again() throws Exception {
    house.door.start(ChatHouse.PATIENCE);
    house.discord.fails("POST /guilds/.*/scheduled-events", Fault.down(500));
    Parcel parcel = parcel(event("Comité", TOMORROW, false));
    assertThat(catchThrowableOfType(Later.class, () -> carrier.carry(parcel))).isNotNull();
    carrier.carry(parcel);
    assertThat(only().path("name").asString()).isEqualTo("Comité");
  }

  private JsonNode only() {
    assertThat(house.discord.events()).hasSize(1);
    return house.discord.events().getFirst();
  }

  private ServerEvent event(String title, Instant starts, boolean cancelled) {
    Instant ends = starts.plus(Duration.ofMinutes(90));
    String place = "Bibliothèque centrale, ".repeat(5);
    return new ServerEvent(
        channel, "CD-07", title, place, starts, ends, "Ordre du jour", cancelled);
  }

  private EventCarrier carrier(DiscordDoor door) {
    return new EventCarrier(door, house.messages, house.clock);
  }

  private static Parcel parcel(ServerEvent event) {
    return new Parcel(new ParcelId(1), "calendrier:CD-07:0", 1, event);
  }
}
