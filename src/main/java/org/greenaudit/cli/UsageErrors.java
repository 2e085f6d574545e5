package org.greenaudit.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Messages;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the user's language what is wrong with the arguments, and how to get help. */
final class UsageErrors implements IParameterExceptionHandler {

    /** What Java makes of a byte that the locale has no character for. */
    private static final char UNREADABLE = '\uFFFD';

    private final Messages messages;

    UsageErrors(Messages messages) {
        this.messages = messages;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(text(problem)));
        if (!FileTrouble.namesAreWhole() && Arrays.stream(args).anyMatch(arg -> arg.indexOf(UNREADABLE) >= 0)) {
            err.println(messages.get("cli.locale"));
        }
        List<String> suggestions =
                problem instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        if (!suggestions.isEmpty()) {
            err.println(messages.get("cli.usage.similar", String.join(", ", suggestions)));
        }
        err.println(messages.get("cli.usage.help", command.getCommandSpec().qualifiedName(" ") + " --help"));
        return ExitStatus.USAGE;
    }

    private String text(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return messages.get("cli.usage.unknown", String.join(" ", unmatched.getUnmatched()));
        }
        if (problem instanceof MissingParameterException missing
                && missing.getMissing().get(0).required()) {
            return messages.get(
                    "cli.usage.missing",
                    missing.getMissing().stream().map(UsageErrors::name).collect(Collectors.joining(", ")));
        }
        ArgSpec arg = problem instanceof MissingParameterException missing
                ? missing.getMissing().get(0)
                : problem.getArgSpec();
        if (problem instanceof OverwrittenOptionException twice) {
            return messages.get("cli.usage.twice", name(twice.getOverwritten()));
        }
        if (arg != null && problem.getValue() != null) {
            return messages.get("cli.usage.value", name(arg), problem.getValue(), expected(arg));
        }
        if (arg != null) {
            return messages.get("cli.usage.incomplete", name(arg), arg.paramLabel());
        }
        return Objects.requireNonNullElse(problem.getMessage(), "");
    }

    private static String expected(ArgSpec arg) {
        return arg.auxiliaryTypes()[0] == FailOnGate.class ? FailOnGate.CHOICES : arg.paramLabel();
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }
}
