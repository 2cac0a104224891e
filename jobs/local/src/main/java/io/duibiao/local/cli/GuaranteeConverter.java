package io.duibiao.local.cli;

import io.duibiao.streaming.options.KafkaOptions.Guarantee;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a delivery guarantee. */
final class GuaranteeConverter implements ITypeConverter<Guarantee> {
  @Override
  public Guarantee convert(String value) {
    return Arrays.stream(Guarantee.values())
        .filter(guarantee -> guarantee.code().equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is no guarantee; allowed are %s"
                        .formatted(
                            value,
                            Arrays.stream(Guarantee.values())
                                .map(Guarantee::code)
                                .collect(Collectors.joining(", ")))));
  }
}
