package ca.greffier.chat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A modal as the person sees it. */
public record Form(JsonNode json) {

  public String title() {
    return json.path("title").asString();
  }

  public String customId() {
    return json.path("custom_id").asString();
  }

  public List<String> labels() {
    return texts("label");
  }

  public List<String> descriptions() {
    return texts("description");
  }

  /** The component under a label; its {@code custom_id} is the parameter's name. */
  public JsonNode field(String customId) {
    for (JsonNode label : json.path("components")) {
      JsonNode field = label.path("component");
      if (field.path("custom_id").asString().equals(customId)) return field;
    }
    throw new AssertionError("no field " + customId + " in " + json);
  }

  private List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode label : json.path("components")) texts.add(label.path(name).asString());
    return texts;
  }
}
