package ca.greffier.mail;

import java.util.regex.Pattern;

/**
 * How servers speak of letters that did not arrive, in English and French; see {@link ServerWords}.
 */
final class ServerPhrases {
  /** What only a server sends. */
  static final Pattern SENDER =
      any(
          "(?:.*[<\"\\s(])?(?:mailer[-"
              + " ]?daemon|m(?:ail)?-?daemon|post[_-]?master|mmdf)\\b.*|\\s*<>\\s*|.*\\bmail"
              + " (?:delivery|transfer|transport) (?:sub)?(?:system|service|agent)\\b.*");

  static final Pattern SUBJECT =
      any(
          "(?:\\[[^\\]]{1,40}\\]\\s*)?(?:undeliver|returned (?:mail|to sender)|failure"
              + " notice|failure delivery|(?:failed|permanent|automatically)"
              + " (?:mail|delivery|rejected)|(?:e-?mail|mail|message|delivery)"
              + " (?:delivery|system|status|failure|failed|could|not|error|returned|returning|undeliverable)|delivery"
              + " (?:failure|status|notification|error|has|problem|delayed|report)|nondeliver|non-?deliver|non"
              + " remis|[ée]chec de (?:la )?(?:remise|distribution|livraison)|avis de non[-"
              + " ](?:remise|livraison)|warning: (?:message|could not|e-?mail)|could not"
              + " send|unable to deliver|your message|problem delivering|mail not"
              + " delivered|(?:unknown|no such) user|unzustellbar|mensaje (?:no|devuelto)).*|.*:"
              + " non remise?(?: \\(.*)?");

  /** From here on the letter itself comes back. */
  static final Pattern RETURNED =
      any(
          "[-=*_>#|\\s]{0,60}(?:(?:the |your )?(?:header of the"
              + " )?(?:original|returned|undelivered|unsent|failed|rejected)"
              + " (?:e-?mail|mail|message)\\b(?! was).*|(?:(?:this is|included is|below this line"
              + " is|here is|attached is|following is|below is) )?(?:a |the"
              + " )?(?:copy|text|headers?) of (?:the|your)\\b.*(?:message|mail|header)\\b.*|(?:the"
              + " )?(?:message headers?|message text|your message|headers?|the message)"
              + " (?:follows?|is following)\\b.*|the (?:following|header|headers) (?:message|of the"
              + " original).*|message (?:header|content|body)[-=*_:\\s]*|(?:begin|start) (?:of"
              + " )?(?:returned|original).*|unsent message"
              + " below.*|(?:received|return-path|x-envelope-from|dkim-signature|"
              + "x-originating-ip|mime-version)\\s*:.*)");

  /** What servers write of somebody else: the sender, themselves, the hotline. */
  static final Pattern SOMEBODY_ELSE =
      any(
          "\\b(?:from|sender|return-path|reply-to|contact|contacting|assistance|help|support|abuse|"
              + "administrator|https?|message-?id|generated|behalf|dear|hello|hi|hola|bonjour|"
              + "subject|subscribe|unsubscribe|write to|mail to|e-?mail to|send|sent by|list)\\b");

  static final Pattern RECIPIENT_COMMAND = any(".*\\brcpt(?: to)?\\s*:\\s*<?\\s*$");

  /** Before the address, where it names the recipient. */
  static final Pattern NAMED =
      any(
          ".*\\b(?:recipients?|destinataires?|user(?:id)?|mailbox|undeliverable"
              + " to|deliver(?:ing|ed|y)?"
              + "\\b.{0,80}\\bto|reach(?:ed)?|send(?:ing)?\\b.{0,80}\\bto|address(?:es)?|addressee|for|to"
              + "|[àa])\\b\\s*(?:is|was|are)?\\s*[:=]?\\s*[<\"'(\\[]{0,3}(?:smtp:)?$");

  static final Pattern FAILURE =
      any(
          "\\b(?:[45]\\d\\d[ -]|[45]\\.\\d\\.\\d{1,3}\\b|(?:unknown|no such|invalid|illegal|bad|"
              + "unrecognized|nonexistent|non-existent|disabled|inactive|unavailable)\\b"
              + ".{0,80}\\b(?:user|mailbox|recipient|address|account|alias|destination)|(?:user|mailbox|"
              + "recipient|address|account|alias|host|domain)\\b.{0,80}\\b(?:unknown|invalid|illegal|full|disabled|inactive|unavailable|suspended|rejected|not"
              + " (?:found|exist|known|listed|valid|active|recogni[sz]ed|our)|does(?:n't| not)"
              + " exist|not exist|quota|inconnue?|introuvable|inexistante?|pleine)|over quota|quota"
              + " exceeded|delivery failed|failed permanently|undeliverable|not (?:be"
              + " )?delivered|undelivered|n'(?:a|ont) pu (?:être|etre)|rejected)");

  static final Pattern DELAY =
      any(
          "(?:not yet been delivered|has been delayed|have been delayed|is delayed|will be"
              + " retried|this is a warning|warning message only|still (?:being"
              + " )?tr(?:y|ied)|(?:will|and) (?:keep|continue)(?: on)?(?: to)?"
              + " (?:re)?(?:try|attempt)|do not need to resend|will (?:re)?try"
              + " (?:again|to)|attempts? to deliver the message will continue|delivery attempts"
              + " will continue|will continue to (?:be )?(?:re)?(?:try|attempt)|pas encore"
              + " (?:été|pu être) (?:remis|livré)|message is still in the queue|temporary"
              + " non-?deliver)");

  static final Pattern END =
      any(
          "(?:giv(?:ing|en) up|gave up|permanent (?:fatal )?error|failed"
              + " permanently|(?:could|has) not be(?:en)? delivered (?:for|after|within)|no further"
              + " (?:delivery )?attempts|too long|retry timeout|undeliverable|returned"
              + " unsent)");

  /** What may follow an address at the head of a line that is about it. */
  static final Pattern ABOUT_RECIPIENTS = any("\\b(?:recipients?|deliver|fail|reach)");

  private ServerPhrases() {}

  static Pattern any(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
