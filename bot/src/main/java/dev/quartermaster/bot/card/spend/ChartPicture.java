package dev.quartermaster.bot.card.spend;

import dev.quartermaster.bot.card.spend.SpendChart.Bars;
import dev.quartermaster.bot.card.spend.SpendChart.BurnDown;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.time.Day;
import org.jfree.data.time.TimeSeries;
import org.jfree.data.time.TimeSeriesCollection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws a chart as PNG on a light ground of its own, so that it reads in a light and in a dark Slack, in letters that
 * are large enough on a phone. Needs no screen.
 */
public final class ChartPicture {
    private static final Logger LOG = LoggerFactory.getLogger(ChartPicture.class);
    private static final int WIDTH = 760;
    private static final int BAR = 62;
    private static final int REST = 190;
    private static final Color GROUND = new Color(0xFFFFFF);
    private static final Color INK = new Color(0x1C2321);
    private static final Color SOFT = new Color(0xD5DAD7);
    private static final Color USED = new Color(0x1F6F8B);
    private static final Color COMMITTED = new Color(0x9CC9D8);
    private static final Color LIMIT = new Color(0xB3261E);
    private static final Font LETTERS = new Font(Font.SANS_SERIF, Font.PLAIN, 22);
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 24);

    private ChartPicture() {}

    /** Empty where this machine cannot draw, as without any font: the figures stand in the table all the same. */
    public static Optional<byte[]> of(SpendChart chart) {
        try {
            return Optional.of(
                    switch (chart) {
                        case Bars bars ->
                            png(bars(bars), REST + BAR * bars.bars().size());
                        case BurnDown line -> png(burnDown(line), 480);
                    });
        } catch (IOException | RuntimeException | LinkageError | InternalError undrawn) {
            LOG.warn("No chart can be drawn on this machine", undrawn);
            return Optional.empty();
        }
    }

    private static byte[] png(JFreeChart chart, int height) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ChartUtils.writeChartAsPNG(picture, chart, WIDTH, height);
        return picture.toByteArray();
    }

    private static JFreeChart bars(Bars given) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        int number = 0;
        for (SpendChart.Bar bar : given.bars()) {
            BarLabel label = new BarLabel(number++, bar.label() + "  " + figure(bar.amount()));
            data.addValue(bar.amount(), "So far", label);
            data.addValue(bar.committed(), "Committed", label);
        }
        JFreeChart chart = ChartFactory.createStackedBarChart(
                given.title(), null, given.currency(), data, PlotOrientation.HORIZONTAL, true, false, false);
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setRangeGridlinePaint(SOFT);
        StackedBarRenderer renderer = (StackedBarRenderer) plot.getRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, USED);
        renderer.setSeriesPaint(1, COMMITTED);
        CategoryAxis names = plot.getDomainAxis();
        names.setTickLabelFont(LETTERS);
        names.setMaximumCategoryLabelWidthRatio(0.48f);
        names.setMaximumCategoryLabelLines(2);
        names.setCategoryMargin(0.25);
        styled(chart, plot, plot.getRangeAxis());
        return chart;
    }

    /** Two bars may have one name. */
    private record BarLabel(int number, String words) implements Comparable<BarLabel> {
        @Override
        public int compareTo(BarLabel other) {
            return Integer.compare(number, other.number);
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private static JFreeChart burnDown(BurnDown given) {
        TimeSeries left = new TimeSeries("Left");
        LocalDate before = given.last().withDayOfMonth(1).minusDays(1);
        left.add(day(before), given.budget());
        given.left().forEach((day, amount) -> left.add(day(day), amount));
        TimeSeries forecast = new TimeSeries("Forecast");
        LocalDate now = given.left().isEmpty() ? before : given.left().lastKey();
        forecast.add(
                day(now), given.left().isEmpty() ? given.budget() : given.left().get(now));
        forecast.addOrUpdate(day(given.last()), given.end());
        TimeSeriesCollection data = new TimeSeriesCollection();
        data.addSeries(left);
        data.addSeries(forecast);
        JFreeChart chart =
                ChartFactory.createTimeSeriesChart(given.title(), null, given.currency(), data, true, false, false);
        XYPlot plot = chart.getXYPlot();
        plot.setRangeGridlinePaint(SOFT);
        plot.setDomainGridlinePaint(SOFT);
        ((NumberAxis) plot.getRangeAxis()).setAutoRangeIncludesZero(true);
        plot.addRangeMarker(new ValueMarker(0, LIMIT, new BasicStroke(3)));
        XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot.getRenderer();
        renderer.setSeriesPaint(0, USED);
        renderer.setSeriesStroke(0, new BasicStroke(5));
        renderer.setSeriesPaint(1, COMMITTED.darker());
        renderer.setSeriesStroke(
                1, new BasicStroke(5, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {14, 9}, 0));
        DateAxis days = (DateAxis) plot.getDomainAxis();
        days.setDateFormatOverride(new java.text.SimpleDateFormat("d MMM", java.util.Locale.UK));
        days.setTickLabelFont(LETTERS);
        days.setTickLabelPaint(INK);
        styled(chart, plot, plot.getRangeAxis());
        return chart;
    }

    private static Day day(LocalDate day) {
        return new Day(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    private static void styled(JFreeChart chart, Plot plot, ValueAxis amounts) {
        Paint ground = GROUND;
        chart.setBackgroundPaint(ground);
        chart.setPadding(new RectangleInsets(14, 14, 14, 26));
        chart.getTitle().setFont(TITLE);
        chart.getTitle().setPaint(INK);
        chart.getLegend().setItemFont(LETTERS);
        chart.getLegend().setItemPaint(INK);
        chart.getLegend().setBackgroundPaint(ground);
        plot.setBackgroundPaint(ground);
        plot.setOutlineVisible(false);
        amounts.setTickLabelFont(LETTERS);
        amounts.setLabelFont(LETTERS);
    }

    private static String figure(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
