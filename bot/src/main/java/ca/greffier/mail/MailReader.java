package ca.greffier.mail;

import ca.greffier.config.Imap;
import ca.greffier.config.Security;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the mailbox: is told of a new mail where the server can (IDLE), and looks all the same
 * from time to time. A mail is marked as seen only after it has been handled, so that a crash in
 * between makes it be read again, and the door handles it once.
 */
public final class MailReader implements AutoCloseable {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** A little more than the door reads, so that it says that the mail is too large. */
  private static final int MOST_BYTES = 10 * 1024 * 1024 + 1024;

  private static final Logger LOG = LoggerFactory.getLogger(MailReader.class);

  private final Imap imap;
  private final MailDoor door;
  private final ReentrantLock inHand = new ReentrantLock();
  private volatile boolean isClosed;
  private volatile @Nullable Store store;
  private @Nullable Thread thread;

  public MailReader(Imap imap, MailDoor door) {
    this.imap = imap;
    this.door = door;
  }

  /** Reads in the background until closed. */
  public void start() {
    thread = Thread.ofVirtual().name("mail-reader").start(this::readForEver);
  }

  /** Connects and opens the mailbox, as {@code greffier check} does. */
  public static void tryOut(Imap imap) throws MessagingException {
    try (Store open = connect(imap);
        Folder folder = open.getFolder(imap.folder())) {
      folder.open(Folder.READ_ONLY);
    }
  }

  /** Waits for the mail in hand: to interrupt it would break its database connection. */
  @Override
  public void close() {
    isClosed = true;
    inHand.lock();
    try {
      if (thread != null) thread.interrupt();
      disconnect();
    } finally {
      inHand.unlock();
    }
  }

  private void readForEver() {
    Duration wait = FIRST_WAIT;
    while (!isClosed) {
      try (Store open = connect(imap)) {
        store = open;
        try (Folder folder = open.getFolder(imap.folder())) {
          folder.open(Folder.READ_WRITE);
          wait = FIRST_WAIT;
          while (!isClosed) {
            readNew(folder);
            waitForMore((IMAPStore) open, (IMAPFolder) folder);
          }
        }
      } catch (MessagingException | IOException | RuntimeException e) {
        if (isClosed) return;
        LOG.warn("mailbox {}: {}; again in {} s", imap.host(), e.getMessage(), wait.toSeconds());
        if (!sleep(wait)) return;
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
      }
    }
  }

  private void readNew(Folder folder) throws MessagingException, IOException {
    for (Message message : folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) {
      inHand.lock();
      try {
        if (isClosed) return;
        read((IMAPMessage) message);
      } finally {
        inHand.unlock();
      }
    }
  }

  private void read(IMAPMessage message) throws MessagingException, IOException {
    message.setPeek(true);
    Bounded bytes = new Bounded();
    message.writeTo(bytes);
    door.receive(bytes.toByteArray());
    message.setFlag(Flags.Flag.SEEN, true);
  }

  /** IDLE ends with the first news; another command, given after a while, ends it too. */
  private void waitForMore(IMAPStore open, IMAPFolder folder) throws MessagingException {
    if (!imap.idle() || !open.hasCapability("IDLE")) {
      sleep(imap.poll());
      folder.getMessageCount();
      return;
    }
    CountDownLatch news = new CountDownLatch(1);
    Thread alarm = Thread.ofVirtual().start(() -> wakeUnless(news, folder));
    try {
      if (folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)).length == 0)
        folder.idle(true);
    } finally {
      news.countDown();
      join(alarm);
    }
  }

  /** Never interrupted while it talks to the server: that would close the line under the reader. */
  private void wakeUnless(CountDownLatch news, IMAPFolder folder) {
    try {
      if (!news.await(imap.poll().toMillis(), TimeUnit.MILLISECONDS)) wake(folder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread alarm) {
    try {
      alarm.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void wake(IMAPFolder folder) {
    try {
      folder.getUnreadMessageCount();
    } catch (MessagingException | IllegalStateException e) {
      LOG.debug("mailbox: {}", e.getMessage());
    }
  }

  private void disconnect() {
    Store open = store;
    if (open == null) return;
    try {
      open.close();
    } catch (MessagingException e) {
      LOG.debug("mailbox: {}", e.getMessage());
    }
  }

  private static Store connect(Imap imap) throws MessagingException {
    boolean isTls = imap.security() == Security.TLS;
    String name = isTls ? "imaps" : "imap";
    String timeout = String.valueOf(imap.poll().plus(TIMEOUT).toMillis());
    Properties properties = new Properties();
    properties.put("mail." + name + ".connectiontimeout", String.valueOf(TIMEOUT.toMillis()));
    properties.put("mail." + name + ".timeout", timeout);
    properties.put("mail." + name + ".writetimeout", timeout);
    properties.put("mail." + name + ".ssl.checkserveridentity", "true");
    boolean isUpgraded = imap.security() == Security.STARTTLS;
    properties.put("mail.imap.starttls.enable", String.valueOf(isUpgraded));
    properties.put("mail.imap.starttls.required", String.valueOf(isUpgraded));
    Store store = Session.getInstance(properties).getStore(name);
    store.connect(imap.host(), imap.port(), imap.user(), imap.password().reveal());
    return store;
  }

  private static boolean sleep(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  /** Forgets what is beyond the bound. */
  private static final class Bounded extends ByteArrayOutputStream {
    @Override
    public void write(byte[] bytes, int offset, int length) {
      super.write(bytes, offset, Math.min(length, Math.max(0, MOST_BYTES - size())));
    }

    @Override
    public void write(int one) {
      if (size() < MOST_BYTES) super.write(one);
    }
  }
}
