package ca.greffier.chat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A message of the bot as people see it. */
public record Shown(ObjectNode json, List<Upload> files) {

  /** A file the bot sent, with its alternative text. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Upload(String name, String description, byte[] bytes) {}

  public String id() {
    return json.path("id").asString();
  }

  public String channel() {
    return json.path("channel_id").asString();
  }

  /** The text outside embeds. */
  public String text() {
    return json.path("content").asString("");
  }

  /** The text and the embeds, one after the other. */
  public String allText() {
    StringBuilder all = new StringBuilder(text());
    for (JsonNode embed : json.path("embeds")) {
      all.append('\n').append(embed.path("title").asString(""));
      all.append('\n').append(embed.path("description").asString(""));
      for (JsonNode field : embed.path("fields")) {
        all.append('\n').append(field.path("name").asString());
        all.append('\n').append(field.path("value").asString());
      }
    }
    return all.toString();
  }

  public boolean isEphemeral() {
    return (json.path("flags").asInt(0) & 64) != 0;
  }

  public String nonce() {
    return json.path("nonce").asString("");
  }

  public List<String> buttons() {
    List<String> labels = new ArrayList<>();
    for (JsonNode button : components()) labels.add(button.path("label").asString());
    return labels;
  }

  /** The component of a button, by its label. */
  JsonNode button(String label) {
    for (JsonNode button : components()) {
      if (button.path("label").asString("").equals(label)) return button;
    }
    throw new AssertionError("no button « " + label + " », but " + buttons());
  }

  private List<JsonNode> components() {
    List<JsonNode> components = new ArrayList<>();
    for (JsonNode row : json.path("components")) row.path("components").forEach(components::add);
    return components;
  }
}
