package dev.badgr.openbadges.check;

import dev.badgr.openbadges.Check;
import dev.badgr.openbadges.CheckName;
import dev.badgr.openbadges.Report;
import dev.badgr.openbadges.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a report while they are written. For one verification and one thread. */
public final class Findings {
    private static final int MOST = 500;

    private final List<Check> checks = new ArrayList<>();

    /** It is as it should be. */
    public void pass(CheckName name, String found, String section) {
        add(name, Status.PASS, found, section);
    }

    /** It is not, but that is bearable. */
    public void warn(CheckName name, String found, String section) {
        add(name, Status.WARN, found, section);
    }

    /** It can't be decided. */
    public void unknown(CheckName name, String found, String section) {
        add(name, Status.UNKNOWN, found, section);
    }

    /** It is wrong. */
    public void fail(CheckName name, String found, String section) {
        add(name, Status.FAIL, found, section);
    }

    /** A line. A report that says too much is read by nobody: the first five hundred lines stay, and every first one of its name and status. */
    public void add(CheckName name, Status status, String found, String section) {
        if (checks.size() < MOST || checks.stream().noneMatch(c -> c.name() == name && c.status() == status)) {
            checks.add(new Check(name, status, found, section));
        }
    }

    /** Whether a line of this name failed. */
    public boolean failed(CheckName name) {
        return checks.stream().anyMatch(check -> check.name() == name && check.status() == Status.FAIL);
    }

    /** Whether there is a line of this name. */
    public boolean has(CheckName name) {
        return checks.stream().anyMatch(check -> check.name() == name);
    }

    /** What was written so far. */
    public Report report(Optional<Report.Version> version) {
        return new Report(version, checks);
    }
}
