package ca.greffier.chat;

import ca.greffier.chat.Unfinished.Asked;
import ca.greffier.command.Attachment;
import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.Desk;
import ca.greffier.command.Invocation;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Source;
import ca.greffier.command.Who;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.modals.Modal;

/** Hands in at the Desk what people type, press and fill in. Runs on virtual threads. */
final class Interactions extends ListenerAdapter {
  private final Desk desk;
  private final Commands commands;
  private final Who who;
  private final Messages messages;
  private final Forms forms;
  private final Unfinished unfinished;
  private final Replies replies;
  private final Suggestions suggestions;

  Interactions(Desk desk, Commands commands, Who who, Messages messages, InstantSource clock) {
    this.desk = desk;
    this.commands = commands;
    this.who = who;
    this.messages = messages;
    this.unfinished = new Unfinished(clock);
    this.forms = new Forms(desk, commands, new Modals(desk, messages), unfinished);
    this.replies = new Replies(messages);
    this.suggestions = new Suggestions(desk, who);
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, Message.Attachment> files = new LinkedHashMap<>();
    for (OptionMapping option : event.getOptions()) {
      if (option.getType() == OptionType.ATTACHMENT)
        files.put(option.getName(), option.getAsAttachment());
      else values.put(option.getName(), option.getAsString());
    }
    begin(event, event, new Asked(new Target.Start(event.getFullCommandName(), values), files));
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    String id = event.getComponentId();
    if (Unfinished.isRest(id)) askTheRest(event, id);
    else CustomIds.read(id).ifPresent(target -> begin(event, event, new Asked(target, Map.of())));
  }

  private void askTheRest(ButtonInteractionEvent event, String id) {
    Exchange exchange = new Exchange(event, messages, who);
    exchange.run(
        () -> {
          Asked before = unfinished.find(id).orElseThrow(() -> new Refusal("chat.forgotten"));
          event.replyModal(forms.rest(exchange, before)).complete();
        });
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    Exchange exchange = new Exchange(event, messages, who);
    exchange.run(
        () -> {
          Asked before =
              unfinished.find(event.getModalId()).orElseThrow(() -> new Refusal("chat.forgotten"));
          finish(exchange, before.with(Modals.read(event.getValues())));
        });
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    suggestions.offer(event);
  }

  private void begin(IReplyCallback event, IModalCallback opener, Asked asked) {
    Exchange exchange = new Exchange(event, messages, who);
    exchange.run(
        () -> {
          Optional<Modal> form = forms.needed(exchange, asked);
          if (form.isPresent()) opener.replyModal(form.get()).complete();
          else finish(exchange, asked);
        });
  }

  private void finish(Exchange exchange, Asked asked) {
    exchange.defer(isShared(asked.target()));
    Reply reply = hand(exchange, asked);
    Language language = exchange.actor().language();
    if (reply instanceof Reply.Blanks blanks)
      exchange.show(List.of(replies.rest(blanks, unfinished.rest(exchange.id(), asked), language)));
    else exchange.show(replies.pages(reply, language));
  }

  private Reply hand(Exchange exchange, Asked asked) {
    Map<String, Attachment> files = Downloads.all(asked.files());
    return switch (asked.target()) {
      case Target.Start start ->
          desk.handle(
              new Invocation(
                  exchange.id(),
                  exchange.actor(),
                  start.command(),
                  start.given(),
                  files,
                  Source.CHAT));
      case Target.Answer answer -> {
        forms.opened(exchange, answer);
        yield desk.answer(answer.token(), exchange.id(), answer.given(), files, Source.CHAT);
      }
    };
  }

  private boolean isShared(Target target) {
    return target instanceof Target.Start start
        && commands.named(start.command()).map(Command::shared).orElse(false);
  }
}
