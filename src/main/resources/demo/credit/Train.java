import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.*;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.*;
import java.util.*;
import java.util.regex.Pattern;

/**
 * The credit example: synthetic loan applications and two models that predict which of them go bad.
 *
 * <pre>
 * java Train.java data applications.csv   writes the data set, the same bytes every time
 * java Train.java train logistic          trains a scorecard of main effects
 * java Train.java train gbm               trains gradient-boosted trees
 * </pre>
 *
 * Training reads PROBATUM_SEED, PROBATUM_DATA_DIR, PROBATUM_OUT_DIR and, when set, PROBATUM_PARAMS (a flat JSON object
 * of numbers), and writes metrics.json and model.json. Exponentials come from StrictMath and numbers are printed as
 * rounded decimals, so a seed fixes every byte on any machine.
 */
public final class Train {
    static final List<String> FEATURES = List.of(
            "income", "loan", "term", "utilisation", "months_employed", "months_on_file", "arrears", "inquiries");

    /** One application; bad (1) means 90 days past due within 18 months of the first payment. */
    record Application(double[] x, boolean test, int bad) {}

    interface Model {
        double probability(double[] x);

        String json();
    }

    public static void main(String[] args) throws IOException {
        String command = String.join(" ", args);
        if (command.equals("train logistic") || command.equals("train gbm")) {
            train(command.endsWith("gbm"));
        } else if (args.length == 2 && args[0].equals("data")) {
            Files.writeString(Path.of(args[1]), generate(), UTF_8);
        } else {
            throw new IllegalArgumentException("Expected: data <out.csv>, train logistic or train gbm");
        }
    }

    static void train(boolean boosted) throws IOException {
        Random random = new Random(Long.parseLong(environment("PROBATUM_SEED")));
        Map<Boolean, List<Application>> byTest =
                read(Path.of(environment("PROBATUM_DATA_DIR"))).stream().collect(partitioningBy(Application::test));
        Map<String, Double> parameters = parameters(boosted ? Boosting.DEFAULTS : Scorecard.DEFAULTS);
        List<Application> rows = byTest.get(false);
        Model model = boosted ? Boosting.fit(rows, parameters, random) : Scorecard.fit(rows, parameters, random);
        Path out = Files.createDirectories(Path.of(environment("PROBATUM_OUT_DIR")));
        Files.writeString(out.resolve("model.json"), model.json(), UTF_8);
        Files.writeString(out.resolve("metrics.json"), metrics(model, byTest.get(true)), UTF_8);
    }

    /** Applications in filing order, from a fixed seed; the last 1,200 of 4,000 filed are the test split. */
    static String generate() {
        Random random = new Random(20260331);
        StringBuilder csv = new StringBuilder(String.join(",", FEATURES)).append(",split,bad\n");
        for (int row = 0; row < 4000; row++) {
            double[] x = applicant(random);
            Arrays.stream(x).forEach(value -> csv.append((long) value).append(','));
            csv.append(row < 2800 ? "train," : "test,");
            csv.append(random.nextDouble() < sigmoid(trueLogOdds(x)) ? "1\n" : "0\n");
        }
        return csv.toString();
    }

    static double[] applicant(Random random) {
        double income = 10 * Math.rint(StrictMath.exp(5.6 + 0.45 * random.nextGaussian()));
        double loan = 100 * Math.rint(Math.max(5, income / 100 * StrictMath.exp(1 + 0.7 * random.nextGaussian())));
        double term = 12 * (1 + random.nextInt(6));
        double utilisation = Math.rint(100 * StrictMath.pow(random.nextDouble(), 1.4));
        double employed = Math.floor(300 * StrictMath.pow(random.nextDouble(), 2));
        double onFile = Math.floor(240 * StrictMath.pow(random.nextDouble(), 1.6));
        double arrears = Math.min(5, Math.floor(-0.7 * StrictMath.log(1 - random.nextDouble())));
        double inquiries = Math.min(9, Math.floor(-1.8 * StrictMath.log(1 - random.nextDouble())));
        return new double[] {income, loan, term, utilisation, employed, onFile, arrears, inquiries};
    }

    /** Beyond main effects: a new job with a heavy instalment, a young file with arrears or an unused line. */
    static double trueLogOdds(double[] x) {
        double instalmentShare = x[1] / (x[2] * x[0]);
        boolean newJob = x[4] < 30;
        boolean youngFile = x[5] < 48;
        double odds = -4.3 + 1.5 * StrictMath.tanh(12 * (instalmentShare - 0.10)) + 0.024 * x[3] + 0.22 * x[7];
        odds += newJob && instalmentShare > 0.08 ? 1.6 : 0;
        return odds + (youngFile ? 1.1 : 0.4) * x[6] + (youngFile && x[3] < 20 ? 2.0 : 0);
    }

    /** Reads the file below the folder whose name starts with "applications". */
    static List<Application> read(Path folder) throws IOException {
        try (var files = Files.walk(folder, 2)) {
            Path file = files.filter(Files::isRegularFile)
                    .filter(found -> found.getFileName().toString().startsWith("applications"))
                    .min(Comparator.naturalOrder())
                    .orElseThrow(() -> new IllegalArgumentException("No applications file in PROBATUM_DATA_DIR"));
            List<String> lines = Files.readAllLines(file, UTF_8);
            return lines.stream().skip(1).map(Train::application).toList();
        }
    }

    static Application application(String line) {
        String[] cell = line.split(",");
        double[] x = new double[FEATURES.size()];
        Arrays.setAll(x, i -> Double.parseDouble(cell[i]));
        return new Application(x, cell[x.length].equals("test"), Integer.parseInt(cell[x.length + 1]));
    }

    /** Logistic regression on standardised square roots (they tame the long tails), by SGD on a bootstrap sample. */
    record Scorecard(double[] mean, double[] variance, double[] weights) implements Model {
        static final Map<String, Double> DEFAULTS = Map.of("epochs", 30.0, "learningRate", 0.02, "l2", 0.0005);

        static Scorecard fit(List<Application> rows, Map<String, Double> parameters, Random random) {
            double[] mean = moment(rows, new double[FEATURES.size()], 1);
            double[] variance = moment(rows, mean, 2);
            double[] weights = random.doubles(mean.length + 1, -0.05, 0.05).toArray();
            Scorecard card = new Scorecard(mean, variance, weights);
            int[] sample = random.ints(rows.size(), 0, rows.size()).toArray();
            for (int n = 0; n < parameters.get("epochs") * sample.length; n++) {
                double step = parameters.get("learningRate") / (1 + n / sample.length);
                Application row = rows.get(sample[random.nextInt(sample.length)]);
                double error = card.probability(row.x()) - row.bad();
                for (int i = 0; i < mean.length; i++) {
                    weights[i] -= step * (error * card.z(row.x(), i) + parameters.get("l2") * weights[i]);
                }
                weights[mean.length] -= step * error;
            }
            return card;
        }

        static double[] moment(List<Application> rows, double[] around, int power) {
            double[] moment = new double[around.length];
            Arrays.setAll(moment, i -> rows.stream()
                    .collect(averagingDouble(row -> StrictMath.pow(Math.sqrt(row.x()[i]) - around[i], power))));
            return moment;
        }

        double z(double[] x, int i) {
            return (Math.sqrt(x[i]) - mean[i]) / Math.sqrt(variance[i]);
        }

        @Override
        public double probability(double[] x) {
            double logOdds = weights[x.length];
            for (int i = 0; i < x.length; i++) {
                logOdds += weights[i] * z(x, i);
            }
            return sigmoid(logOdds);
        }

        @Override
        public String json() {
            return "{\"mean\":%s,\"variance\":%s,\"weights\":%s}\n"
                    .formatted(list(mean), list(variance), list(weights));
        }
    }

    /** A split, or a leaf (feature −1) with its addition to the log odds. */
    record Node(int feature, double value, Node low, Node high) {
        double at(double[] x) {
            return feature < 0 ? value : (x[feature] <= value ? low : high).at(x);
        }

        String json() {
            String number = decimal(value);
            return feature < 0 ? number : "[%d,%s,%s,%s]".formatted(feature, number, low.json(), high.json());
        }
    }

    /** Boosted trees on the logistic loss with Newton steps; each tree sees its own random share of the rows. */
    record Boosting(double base, double learningRate, List<Node> trees) implements Model {
        static final Map<String, Double> DEFAULTS =
                Map.of("trees", 90.0, "depth", 4.0, "learningRate", 0.08, "subsample", 0.5, "minLeaf", 15.0, "l2", 2.0);

        static Boosting fit(List<Application> rows, Map<String, Double> parameters, Random random) {
            double share = rows.stream().collect(averagingDouble(Application::bad));
            double base = StrictMath.log(share / (1 - share));
            Boosting boosting = new Boosting(base, parameters.get("learningRate"), new ArrayList<>());
            double[] logOdds = rows.stream().mapToDouble(row -> base).toArray();
            for (int tree = 0; tree < parameters.get("trees"); tree++) {
                List<Point> sample = new ArrayList<>();
                for (int i = 0; i < logOdds.length; i++) {
                    if (random.nextDouble() < parameters.get("subsample")) {
                        double p = sigmoid(logOdds[i]);
                        sample.add(new Point(rows.get(i).x(), rows.get(i).bad() - p, p * (1 - p)));
                    }
                }
                Node grown = grow(sample, parameters.get("depth"), parameters.get("minLeaf"), parameters.get("l2"));
                boosting.trees.add(grown);
                for (int i = 0; i < logOdds.length; i++) {
                    logOdds[i] += boosting.learningRate * grown.at(rows.get(i).x());
                }
            }
            return boosting;
        }

        /** A row as one tree sees it: the slope and curvature of the loss at the current prediction. */
        record Point(double[] x, double slope, double curvature) {}

        /** At each node the split with the largest second-order gain, found by sorting every feature. */
        static Node grow(List<Point> points, double depth, double minLeaf, double l2) {
            double slope = points.stream().mapToDouble(Point::slope).sum();
            double curvature = points.stream().mapToDouble(Point::curvature).sum();
            Node best = new Node(-1, slope / (curvature + l2), null, null);
            double bestGain = slope * slope / (curvature + l2) + 1e-6;
            for (int i = 0; depth > 0 && i < FEATURES.size(); i++) {
                int feature = i;
                List<Point> sorted = new ArrayList<>(points);
                sorted.sort(Comparator.comparingDouble(point -> point.x()[feature]));
                double s = 0, c = 0;
                for (int n = 1; n <= sorted.size() - minLeaf; n++) {
                    Point last = sorted.get(n - 1);
                    s += last.slope();
                    c += last.curvature();
                    double gain = s * s / (c + l2) + (slope - s) * (slope - s) / (curvature - c + l2);
                    double next = sorted.get(n).x()[i];
                    if (n >= minLeaf && gain > bestGain && last.x()[i] < next) {
                        bestGain = gain;
                        best = new Node(i, last.x()[i], null, null);
                    }
                }
            }
            if (best.feature() < 0) {
                return best;
            }
            Node split = best;
            var low = points.stream().collect(partitioningBy(point -> point.x()[split.feature()] <= split.value()));
            Node left = grow(low.get(true), depth - 1, minLeaf, l2);
            return new Node(split.feature(), split.value(), left, grow(low.get(false), depth - 1, minLeaf, l2));
        }

        @Override
        public double probability(double[] x) {
            double sum = trees.stream().mapToDouble(tree -> tree.at(x)).sum();
            return sigmoid(base + learningRate * sum);
        }

        @Override
        public String json() {
            List<String> nodes = trees.stream().map(Node::json).toList();
            return "{\"base\":%s,\"learningRate\":%s,\"trees\":%s}\n"
                    .formatted(decimal(base), decimal(learningRate), nodes);
        }
    }

    /** On the test split; bad_rate_at_30 is the share of bad loans accepted when the riskiest 30 % are declined. */
    static String metrics(Model model, List<Application> test) {
        record Scored(double p, int bad) {}
        List<Scored> scored = new ArrayList<>();
        test.forEach(row -> scored.add(new Scored(model.probability(row.x()), row.bad())));
        scored.sort(Comparator.comparingDouble(Scored::p));
        Map<Integer, List<Scored>> by = scored.stream().collect(groupingBy(Scored::bad));
        double auc = by.get(1).stream().collect(averagingDouble(bad -> by.get(0).stream()
                .collect(averagingDouble(good -> (1 + Math.signum(bad.p() - good.p())) / 2))));
        double logLoss = scored.stream()
                .collect(averagingDouble(row -> -StrictMath.log(row.bad() == 1 ? row.p() : 1 - row.p())));
        double brier = scored.stream().collect(averagingDouble(row -> (row.p() - row.bad()) * (row.p() - row.bad())));
        double accepted = scored.stream().limit(scored.size() * 7L / 10).collect(averagingDouble(Scored::bad));
        return "{\"auc\": %s, \"logloss\": %s, \"brier\": %s, \"bad_rate_at_30\": %s}\n"
                .formatted(decimal(auc), decimal(logLoss), decimal(brier), decimal(accepted));
    }

    static String environment(String name) {
        return Objects.requireNonNull(System.getenv(name), name + " is not set");
    }

    /** The defaults, overridden by the numbers in PROBATUM_PARAMS; a name without a default is refused. */
    static Map<String, Double> parameters(Map<String, Double> defaults) throws IOException {
        Map<String, Double> parameters = new HashMap<>(defaults);
        String file = System.getenv("PROBATUM_PARAMS");
        String json = file == null ? "" : Files.readString(Path.of(file));
        var pairs = Pattern.compile("\"(\\w+)\"\\s*:\\s*([^,}\\s]+)").matcher(json);
        while (pairs.find()) {
            if (parameters.replace(pairs.group(1), Double.valueOf(pairs.group(2))) == null) {
                throw new IllegalArgumentException(pairs.group(1) + " is none of " + defaults.keySet());
            }
        }
        return parameters;
    }

    static double sigmoid(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** Six decimals by way of BigDecimal, because Double.toString changed between Java 17 and 19. */
    static String decimal(double value) {
        return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
    }

    static List<String> list(double[] values) {
        return Arrays.stream(values).mapToObj(Train::decimal).toList();
    }
}
