package ca.greffier.chat;

import ca.greffier.command.Actor;
import ca.greffier.command.Desk;
import ca.greffier.command.Identity;
import ca.greffier.command.Suggestion;
import ca.greffier.command.Who;
import ca.greffier.text.Language;
import java.util.List;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;

/** Values offered while an option is typed; a stranger is offered none of what the house knows. */
record Suggestions(Desk desk, Who who) {
  private static final int MOST = 25;

  void offer(CommandAutoCompleteInteractionEvent event) {
    Identity identity = Identity.discord(event.getUser().getId());
    Actor actor = who.identity(identity).orElseGet(() -> Actor.stranger(identity, Language.FRENCH));
    String param = event.getFocusedOption().getName();
    String typed = event.getFocusedOption().getValue();
    List<Choice> choices =
        desk.suggest(actor, event.getFullCommandName(), param, typed).stream()
            .filter(each -> each.value().length() <= Choice.MAX_STRING_VALUE_LENGTH)
            .limit(MOST)
            .map(Suggestions::choice)
            .toList();
    event.replyChoices(choices).queue();
  }

  private static Choice choice(Suggestion suggestion) {
    return new Choice(Cut.to(Choice.MAX_NAME_LENGTH, suggestion.label()), suggestion.value());
  }
}
