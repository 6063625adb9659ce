package dev.badgr.jdbc.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How cost grows with rows, as a picture that is readable on light and on dark ground.
 *
 * @param points of one or more lines
 */
record Chart(List<Point> points) {
    /** What something costs at so many rows, in multiples of its cost with few. */
    record Point(String line, long rows, double cost) {}

    private static final List<String> COLOURS = List.of("#3b82f6", "#e0663d", "#22a06b", "#a05cc8");
    private static final int LEFT = 60;
    private static final int RIGHT = 540;
    private static final int TOP = 50;
    private static final int BOTTOM = 300;

    String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 360" font-family="sans-serif" font-size="13" fill="#808080">
                <title>What a call costs, by the number of awards in the database</title>
                <text x="%d" y="26" font-size="15">median time of a call, in multiples of that at %s awards</text>
                %s%s%s<text x="%d" y="346" text-anchor="middle">awards in the database</text>
                </svg>
                """.formatted(LEFT, count(least()), costs(), rows(), lines(), (LEFT + RIGHT) / 2);
    }

    private String costs() {
        StringBuilder grid = new StringBuilder();
        for (double cost = 0; cost <= highest(); cost += 0.5) {
            grid.append(text("""
                    <line x1="%d" y1="%.1f" x2="%d" y2="%.1f" stroke="#808080" stroke-opacity="%s"/>
                    <text x="%d" y="%.1f" text-anchor="end">%.1f</text>
                    """, LEFT, y(cost), RIGHT, y(cost), cost == 0 ? "1" : "0.3", LEFT - 8, y(cost) + 4, cost));
        }
        return grid.toString();
    }

    private String rows() {
        return points.stream()
                .map(Point::rows)
                .distinct()
                .map(rows -> text("""
                        <text x="%.1f" y="%d" text-anchor="middle">%s</text>
                        """, x(rows), BOTTOM + 20, count(rows)))
                .collect(Collectors.joining());
    }

    private String lines() {
        Map<String, List<Point>> lines =
                points.stream().collect(Collectors.groupingBy(Point::line, LinkedHashMap::new, Collectors.toList()));
        StringBuilder all = new StringBuilder();
        int number = 0;
        for (Map.Entry<String, List<Point>> line : lines.entrySet()) {
            all.append(line(line.getKey(), line.getValue(), number++));
        }
        return all.toString();
    }

    private String line(String name, List<Point> its, int number) {
        String colour = COLOURS.get(number % COLOURS.size());
        String way = its.stream()
                .map(p -> text("%.1f,%.1f", x(p.rows()), y(p.cost())))
                .collect(Collectors.joining(" "));
        String dots = its.stream()
                .map(p -> text(
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>%n", x(p.rows()), y(p.cost()), colour))
                .collect(Collectors.joining());
        return text(
                """
                <polyline points="%s" fill="none" stroke="%s" stroke-width="2"/>
                %s<circle cx="%d" cy="%d" r="4" fill="%s"/>
                <text x="%d" y="%d">%s</text>
                """,
                way,
                colour,
                dots,
                RIGHT + 24,
                TOP + 20 + 24 * number,
                colour,
                RIGHT + 36,
                TOP + 24 + 24 * number,
                name);
    }

    private long least() {
        return points.stream().mapToLong(Point::rows).min().orElse(1);
    }

    private double highest() {
        return Math.ceil(points.stream().mapToDouble(Point::cost).max().orElse(1) * 2 + 0.5) / 2;
    }

    private double x(long rows) {
        double most = points.stream().mapToLong(Point::rows).max().orElse(1);
        double decades = Math.max(1, Math.log10(most / least()));
        return LEFT + 30 + (RIGHT - LEFT - 60) * Math.log10((double) rows / least()) / decades;
    }

    private double y(double cost) {
        return BOTTOM - (BOTTOM - TOP) * cost / highest();
    }

    private static String count(long rows) {
        return text("%,d", rows);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
