package ca.greffier.document;

import ca.greffier.command.Refusal;
import ca.greffier.sweep.Sweep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the text of what was added, outside any transaction, so that it can be found by its words.
 * What cannot be read keeps the reason and is not tried again.
 */
public final class ExtractionSweep implements Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(ExtractionSweep.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A node that stopped while it read: another may begin again, once. */
  private static final Duration ABANDONED = Duration.ofMinutes(5);

  private static final int MOST_TRIES = 2;
  private static final int MOST_A_RUN = 20;

  private final Jdbi jdbi;
  private final SearchDao dao;
  private final ContentStore store;
  private final ReadingProcess process;

  public ExtractionSweep(Jdbi jdbi, ContentStore store) {
    this(jdbi, store, new ReadingProcess(PATIENCE, ReadingProcess.MEGABYTES));
  }

  ExtractionSweep(Jdbi jdbi, ContentStore store, ReadingProcess process) {
    this.jdbi = jdbi;
    this.dao = jdbi.onDemand(SearchDao.class);
    this.store = store;
    this.process = process;
  }

  @Override
  public String name() {
    return "extraction";
  }

  @Override
  public String cron() {
    return "15 * * * * ?";
  }

  /** It starts a program for each document. */
  @Override
  public boolean isForeseeable() {
    return false;
  }

  @Override
  public void run(Instant now) {
    for (SearchDao.Unread each : dao.unread(now.minus(ABANDONED), MOST_A_RUN)) {
      if (each.tries() >= MOST_TRIES) fail(each.sha256(), TextFault.LOST);
      else if (dao.begin(each.sha256(), each.tries(), now) > 0) read(each);
    }
  }

  private void read(SearchDao.Unread each) {
    if (each.fileType().reading() == FileType.Reading.NONE) {
      settle(each.sha256(), TextState.EMPTY, "");
      return;
    }
    Path into = store.temporary();
    try {
      String text = process.read(store.verified(each.sha256()), each.fileType(), into);
      settle(each.sha256(), text.isEmpty() ? TextState.EMPTY : TextState.READ, text);
    } catch (FileText.Unreadable unreadable) {
      fail(each.sha256(), unreadable.fault());
    } catch (Refusal gone) {
      fail(each.sha256(), TextFault.DAMAGED);
    } finally {
      delete(into);
    }
  }

  private void settle(String sha256, TextState state, String text) {
    jdbi.useTransaction(
        _ -> {
          dao.settle(sha256, state, text, null);
          dao.having(sha256).forEach(dao::index);
        });
  }

  private void fail(String sha256, TextFault fault) {
    LOG.info("the text of {} is not read: {}", sha256, fault);
    dao.settle(sha256, TextState.FAILED, "", fault.key());
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
