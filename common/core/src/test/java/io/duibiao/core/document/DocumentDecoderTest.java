package io.duibiao.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentDecoderTest {
  private static final String SIMPLIFIED =
      "云溪区2022年工作总结。全区完成地区生产总值148.6亿元，同比增长6.2%；城镇新增就业3200人，完成年度任务的107%。";
  private static final String TRADITIONAL =
      "清嵐鎮2022年工作總結。全鎮完成規上工業總產值122.3億元，同比增長16.4%；新增高新技術企業12家，超額完成年度任務。";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16"})
  void decodesSimplifiedTextWithoutBeingTold(String charset) {
    assertThat(DocumentDecoder.decode(SIMPLIFIED.getBytes(Charset.forName(charset)), null).text())
        .isEqualTo(SIMPLIFIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "Big5"})
  void decodesTraditionalTextWithoutBeingTold(String charset) {
    assertThat(DocumentDecoder.decode(TRADITIONAL.getBytes(Charset.forName(charset)), null).text())
        .isEqualTo(TRADITIONAL);
  }

  @ParameterizedTest
  @CsvSource({"gb2312,GBK,GB18030", "gbk,GB18030,GB18030", "big5,Big5,Big5"})
  void believesTheMetaTag(String declared, String written, String name) {
    String page =
        "<html><head><meta charset=\""
            + declared
            + "\"><title>t</title></head><body>"
            + (name.equals("Big5") ? TRADITIONAL : SIMPLIFIED)
            + "</body></html>";
    DecodedText decoded = DocumentDecoder.decode(page.getBytes(Charset.forName(written)), null);
    assertThat(decoded.text()).isEqualTo(page);
    assertThat(decoded.charset()).isEqualTo(name);
  }

  @Test
  void believesTheTransport() {
    byte[] bytes = TRADITIONAL.getBytes(Charset.forName("Big5"));
    DecodedText decoded = DocumentDecoder.decode(bytes, "text/html; charset=Big5");
    assertThat(decoded.charset()).isEqualTo("Big5");
    assertThat(decoded.text()).isEqualTo(TRADITIONAL);
  }

  @Test
  void doesNotBelieveAMetaTagThatSurvivedAConversionToUtf8() {
    String page = "<html><head><meta charset=gb2312></head><body>" + SIMPLIFIED + "</body></html>";
    DecodedText decoded = DocumentDecoder.decode(page.getBytes(StandardCharsets.UTF_8), null);
    assertThat(decoded.charset()).isEqualTo("UTF-8");
    assertThat(decoded.text()).isEqualTo(page);
  }

  @Test
  void dropsTheByteOrderMark() {
    byte[] bytes = ("\uFEFF" + SIMPLIFIED).getBytes(StandardCharsets.UTF_8);
    assertThat(DocumentDecoder.decode(bytes, null).text()).isEqualTo(SIMPLIFIED);
  }

  @Test
  void oneBrokenByteDoesNotChangeTheCharset() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(SIMPLIFIED.repeat(20).getBytes(StandardCharsets.UTF_8));
    bytes.write(0xE4);
    bytes.writeBytes(SIMPLIFIED.getBytes(StandardCharsets.UTF_8));
    DecodedText decoded = DocumentDecoder.decode(bytes.toByteArray(), null);
    assertThat(decoded.charset()).isEqualTo("UTF-8");
    assertThat(decoded.text()).startsWith(SIMPLIFIED).contains("\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"charset=nonsense", "charset=", "text/html; charset=%%%", "charset=\u0000"})
  void aNonsensicalCharsetIsPassedOver(String contentType) {
    byte[] bytes = SIMPLIFIED.getBytes(Charset.forName("GBK"));
    assertThat(DocumentDecoder.decode(bytes, contentType).text()).isEqualTo(SIMPLIFIED);
  }

  @Test
  void nothingIsEmptyText() {
    assertThat(DocumentDecoder.decode(new byte[0], null).text()).isEmpty();
  }
}
