package io.duibiao.streaming.record.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes 120.50 as 120.5 and 1E+3 as 1000. */
public final class PlainBigDecimalSerializer extends StdSerializer<BigDecimal> {
  private static final long serialVersionUID = 1L;

  /** Registered with the mapper. */
  public PlainBigDecimalSerializer() {
    super(BigDecimal.class);
  }

  @Override
  public void serialize(BigDecimal value, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    generator.writeNumber(value.stripTrailingZeros().toPlainString());
  }
}
