package io.duibiao.local.cli;

import io.duibiao.local.CommandFailure;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: its commands, and how they tell what went wrong. */
@Command(
    name = "duibiao",
    mixinStandardHelpOptions = true,
    versionProvider = Duibiao.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "What did the government work report promise, and was it done?",
      "Reads work reports, finds their targets and results, and judges one against the other."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed", "2:wrong usage"},
    footer = {"", "duibiao COMMAND --help tells about one command."})
public final class Duibiao implements Callable<Integer> {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private Duibiao() {}

  /**
   * Runs one command.
   *
   * @return its exit code: 0 done, 1 failed, 2 wrong usage
   */
  public static int run(Console console, String... arguments) {
    CommandLine commandLine =
        new CommandLine(new Duibiao())
            .addSubcommand(new UpCommand(console))
            .addSubcommand(new PublishCommand(console))
            .addSubcommand(new ExtractCommand(console))
            .addSubcommand(new AssessCommand(console))
            .addSubcommand(
                new CommandLine(new CatalogCommand())
                    .addSubcommand(new CatalogCheckCommand(console))
                    .addSubcommand(new CatalogPublishCommand(console)))
            .addSubcommand(
                new CommandLine(new BenchCommand()).addSubcommand(new BenchLatencyCommand(console)))
            .addSubcommand(new TailCommand(console))
            .addSubcommand(new StatusCommand(console))
            .addSubcommand(new VerifyCommand(console));
    commandLine
        .setOut(new PrintWriter(console.results(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.messages(), true, StandardCharsets.UTF_8))
        .setUsageHelpAutoWidth(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((problem, given) -> wrongUsage(console, problem))
        .setExecutionExceptionHandler((problem, command, result) -> failed(console, problem));
    try {
      return commandLine.execute(arguments);
    } catch (OutOfMemoryError tooMuch) {
      console.say("duibiao: out of memory; fewer or smaller files at once may do");
      return FAILED;
    } catch (Error defect) {
      return failed(console, defect);
    }
  }

  /** Reached when no command is given. */
  @Override
  public Integer call() {
    throw new ParameterException(new CommandLine(this), "a command is missing");
  }

  private static int wrongUsage(Console console, ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    console.say("duibiao: " + describe(problem));
    UnmatchedArgumentException.printSuggestions(problem, command.getErr());
    console.say("see " + command.getCommandSpec().qualifiedName() + " --help");
    return WRONG_USAGE;
  }

  private static String describe(ParameterException problem) {
    Map<String, CommandLine> commands = problem.getCommandLine().getSubcommands();
    if (problem instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !commands.isEmpty()) {
      return "unknown command '%s'; allowed are %s"
          .formatted(unmatched.getUnmatched().get(0), String.join(", ", commands.keySet()));
    }
    return problem.getMessage();
  }

  private static int failed(Console console, Throwable problem) {
    if (problem instanceof Results.ClosedOutputException) {
      return DONE;
    }
    if (problem instanceof CommandFailure) {
      console.say("duibiao: " + problem.getMessage());
    } else {
      LoggerFactory.getLogger(Duibiao.class).error("the command failed", problem);
      console.say("duibiao: " + problem + "; " + CommonOptions.whereToLook());
    }
    return FAILED;
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Duibiao.class.getPackage().getImplementationVersion();
      return new String[] {"duibiao " + (version == null ? "(not built)" : version)};
    }
  }
}
