package io.duibiao.local.cli;

import io.duibiao.local.verify.Fault;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a fault. */
final class FaultConverter implements ITypeConverter<Fault> {
  @Override
  public Fault convert(String value) {
    return Fault.of(value)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + value + "' is no fault; allowed are " + Fault.codes()));
  }
}
