package ca.greffier.command;

/** What a command does, inside the one transaction of its invocation. */
public interface Action {
  /**
   * @throws Refusal when the answer is no; everything written so far is undone
   */
  Reply run(Call call);
}
