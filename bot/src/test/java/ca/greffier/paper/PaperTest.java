package ca.greffier.paper;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.text.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class PaperTest {
  private static final String NASTY = "<b>a</b> & \"b\" 'c' { } \\ </style> €, œ, «\u00a0d\u00a0»";

  private final Locale own = Locale.getDefault();

  /** The locale of the program: xmpbox folds the names of its properties in the default one. */
  @BeforeEach
  void asTheProgramRuns() {
    Locale.setDefault(Locale.ROOT);
  }

  @AfterEach
  void asItWas() {
    Locale.setDefault(own);
  }

  private static Paper paper(Language language) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 1; i <= 60; i++)
      rows.add(List.of("CD-2026-A0" + i, NASTY, "Zoé Lavoie", "le vendredi 27 mars 2026"));
    return new Paper(
        language,
        "Procès-verbal du comité directeur",
        "PROJET",
        "Comité directeur · 13 mars 2026 " + NASTY,
        List.of(
            new Block.Remark("Projet, jusqu’à son approbation."),
            new Block.Facts(List.of(new Block.Fact("Lieu", NASTY))),
            new Block.Heading(2, "1. Ouverture"),
            new Block.Text("Une ligne.\n\nUne autre: " + NASTY),
            new Block.Heading(3, "Décision CD-2026-014"),
            new Block.Items(true, List.of("Un", "Deux")),
            new Block.Items(false, List.of("Trois", NASTY)),
            new Block.Items(true, List.of("Quatre")),
            new Block.Grid("Actions", List.of("Numéro", "Action", "Qui", "Échéance"), rows),
            new Block.Signatures(List.of("Louise Gagnon, présidente", "Camille Bérubé"))));
  }

  @ParameterizedTest
  @EnumSource(
      value = PDFAFlavour.class,
      names = {"PDFUA_1", "PDFA_3_U"})
  void a_pdf_is_accessible_and_made_to_last(PDFAFlavour flavour) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    byte[] bytes = PaperFormat.PDF.write(paper(Language.FRENCH));
    keep("paper.pdf", bytes);
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), flavour);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(flavour, 20, false, false, false)) {
      ValidationResult result = validator.validate(parser);
      assertThat(result.getTestAssertions().stream().map(TestAssertion::getMessage)).isEmpty();
      assertThat(result.isCompliant()).isTrue();
    }
  }

  @Test
  void a_pdf_says_all_of_its_text_as_it_is() throws IOException {
    try (PDDocument document = Loader.loadPDF(PaperFormat.PDF.write(paper(Language.ENGLISH)))) {
      assertThat(document.getNumberOfPages()).isBetween(2, 6);
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Procès-verbal du comité directeur");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-CA");
      String text = new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
      assertThat(text)
          .contains("PROJET", "CD-2026-A060", "</style>", "« d »", "œ", "Louise Gagnon")
          .contains("directeur · 13 mars 2026")
          .contains("1 / " + document.getNumberOfPages());
    }
  }

  @Test
  void a_docx_has_real_styles_lists_and_tables() throws IOException {
    byte[] bytes = PaperFormat.DOCX.write(paper(Language.FRENCH));
    keep("paper.docx", bytes);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      List<XWPFParagraph> all = document.getParagraphs();
      assertThat(all).filteredOn(each -> "Title".equals(each.getStyle())).hasSize(1);
      assertThat(all).filteredOn(each -> "Heading1".equals(each.getStyle())).hasSize(1);
      assertThat(all).filteredOn(each -> "Heading2".equals(each.getStyle())).hasSize(1);
      assertThat(
              all.stream()
                  .filter(each -> each.getNumID() != null)
                  .map(XWPFParagraph::getNumID)
                  .distinct())
          .as("three lists, of which two are numbered anew")
          .hasSize(3);
      assertThat(document.getTables()).hasSize(2);
      assertThat(document.getTables().get(1).getRow(0).isRepeatHeader()).isTrue();
      assertThat(document.getTables().get(1).getRow(60).getCell(1).getText()).isEqualTo(NASTY);
      assertThat(document.getStyles().getStyle("Heading1").getName()).isEqualTo("heading 1");
      assertThat(document.getHeaderList().getFirst().getText()).contains("PROJET");
      assertThat(document.getProperties().getCoreProperties().getTitle()).startsWith("Procès");
    }
  }

  @Test
  void an_empty_document_is_one_too() {
    for (PaperFormat format : PaperFormat.values())
      assertThat(format.write(new Paper(Language.FRENCH, "T", "", "", Collections.emptyList())))
          .isNotEmpty();
  }

  /** For who wants to look at them. */
  private static void keep(String name, byte[] bytes) throws IOException {
    Path target = Path.of("target", "looks");
    Files.createDirectories(target);
    Files.write(target.resolve(name), bytes);
  }
}
