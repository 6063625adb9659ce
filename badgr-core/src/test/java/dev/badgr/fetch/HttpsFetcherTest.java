package dev.badgr.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.badgr.openbadges.Fetched;
import dev.badgr.text.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server on this machine. */
@Timeout(60)
class HttpsFetcherTest {
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final Duration IMPATIENT = Duration.ofSeconds(1);

    @TempDir
    static Path folder;

    private static SmallWeb web;

    @BeforeAll
    static void open() throws Exception {
        web = SmallWeb.open(folder);
    }

    @AfterAll
    static void close() throws IOException {
        web.close();
    }

    @Test
    void aDocumentComesWithItsMediaTypeAndPlace() {
        web.answer(
                "/a?b=c",
                "HTTP/1.1 200 OK\nContent-Type: Application/LD+JSON; charset=utf-8\nContent-Length: 2",
                "{}trailing");
        assertThat(fetch(web.url("/a?b=c#d")))
                .isEqualTo(new Fetched.Document(
                        URI.create(web.url("/a?b=c")), Optional.of("application/ld+json"), Bytes.of("{}")));
    }

    @Test
    void theRequestTellsLittleAndAsksForNoCompression() {
        web.answer("/request", "HTTP/1.1 200 OK\nContent-Length: 0", "");
        fetch(web.url("/request"));
        assertThat(web.requests().stream().filter(head -> head.contains("/request")))
                .singleElement()
                .asString()
                .contains(
                        "Host: badge.test:" + web.port(), "Accept-Encoding: identity", "User-Agent: badgr", "image/png")
                .doesNotContainIgnoringCase("cookie")
                .doesNotContainIgnoringCase("authorization");
    }

    @Test
    void bodiesComeInThreeForms() {
        web.answer(
                "/chunks",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked",
                "2;x=y\r\n{\"\r\n00A\r\na\":\"bcdef\"\r\n1 \r\n}\r\n0\r\n\r\n");
        web.answer("/closing", "HTTP/1.0 200\nContent-Type: nonsense", "{\"a\":1}");
        web.answer(
                "/early",
                "HTTP/1.1 100 Continue\n\nHTTP/1.1 103 Early Hints\nLink: x\n\nHTTP/1.1 200 OK\nContent-Length: 2",
                "{}");
        assertThat(content("/chunks")).isEqualTo("{\"a\":\"bcdef\"}");
        assertThat(content("/closing")).isEqualTo("{\"a\":1}");
        assertThat(content("/early")).isEqualTo("{}");
    }

    @Test
    void whatIsMissingIsToldFromWhatIsBroken() {
        web.answer("/gone", "HTTP/1.1 410 Gone\nContent-Length: 0", "");
        web.answer("/broken", "HTTP/1.1 500 Oh", "secret");
        web.answer("/login", "HTTP/1.1 401 No\nWWW-Authenticate: Basic", "");
        assertThat(fetch(web.url("/nothing"))).isEqualTo(new Fetched.Missing(404));
        assertThat(fetch(web.url("/gone"))).isEqualTo(new Fetched.Missing(410));
        assertThat(fetch(web.url("/broken"))).isEqualTo(new Fetched.Unavailable("the server answered 500"));
        assertThat(fetch(web.url("/login"))).isEqualTo(new Fetched.Unavailable("the server answered 401"));
    }

    @Test
    void threeRedirectsAreFollowedAndNoMore() {
        web.answer("/end", "HTTP/1.1 200 OK\nContent-Length: 2", "{}");
        redirect("/1", "301", "end");
        redirect("/2", "302", web.url("/1"));
        redirect("/3", "308", "//badge.test:" + web.port() + "/2");
        redirect("/4", "307", "/3");
        redirect("/loop", "303", "/loop");
        assertThat(fetch(web.url("/3")))
                .isEqualTo(new Fetched.Document(URI.create(web.url("/end")), Optional.empty(), Bytes.of("{}")));
        assertThat(fetch(web.url("/4"))).isEqualTo(new Fetched.Unavailable("it redirects more than 3 times"));
        assertThat(fetch(web.url("/loop"))).isEqualTo(new Fetched.Unavailable("it redirects more than 3 times"));
        assertThat(web.requests().stream().filter(head -> head.startsWith("GET /loop ")))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://badge.test/", "file:///etc/passwd", "https://127.0.0.1/", "https://badge.test:22/",
                        "ftp://badge.test/",
                "https://u:p@badge.test/", "https://localhost/", "jar:https://badge.test/!/", "https:// bad",
                        "gopher://a/"
            })
    void aRedirectGoesThroughTheSameChecks(String target) {
        redirect("/away", "302", target);
        assertThat(fetch(web.url("/away"))).isInstanceOf(Fetched.Unavailable.class);
    }

    @Test
    void aRedirectToNowhereIsNoAnswer() {
        web.answer("/nowhere", "HTTP/1.1 302 Found", "");
        assertThat(fetch(web.url("/nowhere"))).isEqualTo(new Fetched.Unavailable("it redirects to nowhere"));
    }

    @Test
    void aRedirectIntoTheHostsNetworkIsNotFollowed() {
        redirect("/inside", "302", "https://inside.test:" + web.port() + "/secret");
        web.answer("/secret", "HTTP/1.1 200 OK", "secret");
        Web seen = with(
                name -> name.equals("inside.test") ? SmallWeb.addresses("10.0.0.1") : SmallWeb.addresses("127.0.0.1"),
                address -> address.isLoopbackAddress() || PublicAddress.isOne(address));
        assertThat(new HttpsFetcher(seen).fetch(URI.create(web.url("/inside"))))
                .isEqualTo(new Fetched.Unavailable("the host's address is private or reserved"));
    }

    @Test
    void oneAnswerOfTheResolverIsCheckedAndUsed() {
        AtomicInteger asked = new AtomicInteger();
        List<String> checked = new ArrayList<>();
        Web.Resolver rebinding = name -> SmallWeb.addresses(asked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1");
        web.answer("/rebinding", "HTTP/1.1 200 OK\nContent-Length: 2", "{}");
        Fetched fetched = new HttpsFetcher(with(rebinding, address -> checked.add(address.getHostAddress())))
                .fetch(URI.create(web.url("/rebinding")));
        assertThat(fetched).isInstanceOf(Fetched.Document.class);
        assertThat(asked).hasValue(1);
        assertThat(checked).containsExactly("127.0.0.1");
    }

    @Test
    void aNameThatAlsoLeadsInsideIsNotAsked() {
        Predicate<InetAddress> allowed = InetAddress::isLoopbackAddress;
        Web seen = with(SmallWeb.resolving("127.0.0.1", "192.168.0.1"), allowed);
        int before = web.requests().size();
        assertThat(new HttpsFetcher(seen).fetch(URI.create(web.url("/a"))))
                .isEqualTo(new Fetched.Unavailable("the host's address is private or reserved"));
        assertThat(web.requests()).hasSize(before);
    }

    @Test
    void theFetcherOfHostsAsksNobodyOnThisMachine() {
        Web open = Web.open();
        Web seen = new Web(
                SmallWeb.resolving("127.0.0.1"),
                open.trust(),
                open.allowed(),
                web.port(),
                open.connecting(),
                open.patience());
        int before = web.requests().size();
        assertThat(new HttpsFetcher(seen).fetch(URI.create(web.url("/a"))))
                .isEqualTo(new Fetched.Unavailable("the host's address is private or reserved"));
        assertThat(web.requests()).hasSize(before);
        assertThat(new HttpsFetcher().fetch(URI.create("https://127.0.0.1/"))).isInstanceOf(Fetched.Unavailable.class);
    }

    @Test
    void aSecondAddressIsTriedWhenTheFirstIsSilent() {
        web.answer("/second", "HTTP/1.1 200 OK\nContent-Length: 2", "{}");
        Web seen = with(SmallWeb.resolving("127.0.0.77", "127.0.0.1"), InetAddress::isLoopbackAddress);
        assertThat(new HttpsFetcher(seen).fetch(URI.create(web.url("/second")))).isInstanceOf(Fetched.Document.class);
    }

    @Test
    void theCertificateMustBeForTheNameAndTrusted() {
        Web open = Web.open();
        Web suspicious = new Web(
                SmallWeb.resolving("127.0.0.1"),
                open.trust(),
                InetAddress::isLoopbackAddress,
                web.port(),
                PATIENT,
                PATIENT);
        String refused = "there is no secure connection to the host, or it broke off";
        assertThat(fetch(web.url("/a").replace("badge.test", "other.test")))
                .isEqualTo(new Fetched.Unavailable(refused));
        assertThat(new HttpsFetcher(suspicious).fetch(URI.create(web.url("/a"))))
                .isEqualTo(new Fetched.Unavailable(refused));
    }

    @Test
    void aHostWithoutAddressOrServerIsUnavailable() {
        assertThat(new HttpsFetcher(with(
                                name -> {
                                    throw new UnknownHostException(name);
                                },
                                any -> true))
                        .fetch(URI.create(web.url("/a"))))
                .isEqualTo(new Fetched.Unavailable("the host has no address"));
        assertThat(new HttpsFetcher(with(SmallWeb.resolving(), any -> true)).fetch(URI.create(web.url("/a"))))
                .isEqualTo(new Fetched.Unavailable("the host has no address"));
        assertThat(new HttpsFetcher(with(SmallWeb.resolving("127.0.0.77"), any -> true))
                        .fetch(URI.create(web.url("/a"))))
                .isEqualTo(new Fetched.Unavailable("there is no connection to the host, or it broke off"));
    }

    @Test
    void theLargestBodyComesAndALargerOneDoesNot() {
        String most = "x".repeat(Body.LARGEST);
        web.answer("/most", "HTTP/1.1 200 OK\nContent-Length: " + most.length(), most);
        web.answer("/told", "HTTP/1.1 200 OK\nContent-Length: " + (most.length() + 1), "");
        web.answer("/untold", "HTTP/1.1 200 OK", most + "x");
        web.answer(
                "/chunked",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked",
                "200000\r\n" + most + "\r\n1\r\nx\r\n0\r\n\r\n");
        web.answer("/endless", out -> endlessly(out, "HTTP/1.1 200 OK\r\n\r\n", "x".repeat(1000)));
        web.answer("/headers", out -> endlessly(out, "HTTP/1.1 200 OK\r\n", "x: y\r\n"));
        web.answer("/hints", out -> endlessly(out, "", "HTTP/1.1 103 Early Hints\r\n\r\n"));
        assertThat(content("/most")).hasSize(Body.LARGEST);
        for (String path : List.of("/told", "/untold", "/chunked", "/endless")) {
            assertThat(fetch(web.url(path))).isEqualTo(new Fetched.Unavailable("the answer has over 2097152 bytes"));
        }
        assertThat(fetch(web.url("/headers"))).isEqualTo(new Fetched.Unavailable("the server sends too long headers"));
        assertThat(fetch(web.url("/hints")))
                .isEqualTo(new Fetched.Unavailable("the server sends nothing but preliminary answers"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\nContent-Length: 9\n\nshort",
                "HTTP/1.1 200 OK\nContent-Length: -1\n\n",
                "HTTP/1.1 200 OK\nContent-Length: 2\nContent-Length: 2\n\n{}",
                "HTTP/1.1 200 OK\nContent-Length: 99999999999999999999\n\n",
                "HTTP/1.1 200 OK\nTransfer-Encoding: gzip, chunked\n\n0\n\n",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\nContent-Length: 2\n\n0\n\n",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nzz\n",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n-1\n",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n1\nxx\n0\n\n",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nab",
                "HTTP/1.1 200 OK\nContent-Encoding: gzip\n\nxx",
                "HTTP/1.1 200 OK\nnonsense\n\n{}",
                "HTTP/1.1 200 OK\n: x\n\n{}",
                "HTTP/1.1 206 Partial Content\n\n{}",
                "HTTP/2 200\n\n{}",
                "HTTP/1.1 099 x\n\n{}",
                "HTTP/1.1 20\n\n{}",
                "SSH-2.0\n",
                ""
            })
    void aMalformedAnswerIsNoDocument(String answer) {
        web.answer("/malformed", out -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
        assertThat(fetch(web.url("/malformed"))).isInstanceOf(Fetched.Unavailable.class);
    }

    @Test
    void slowServersHaveTheirTimeAndNoMore() {
        web.answer("/slow-head", out -> drip(out, ""));
        web.answer("/slow-body", out -> drip(out, "HTTP/1.1 200 OK\r\n\r\n"));
        web.answer("/silent", out -> drip(out, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", 60_000));
        HttpsFetcher impatient = new HttpsFetcher(web.web(IMPATIENT));
        for (String path : List.of("/slow-head", "/slow-body", "/silent")) {
            assertThat(impatient.fetch(URI.create(web.url(path))))
                    .isEqualTo(new Fetched.Unavailable("it took too long"));
        }
    }

    @Test
    void aSlowResolverHasTheSameTime() {
        CountDownLatch never = new CountDownLatch(1);
        Web.Resolver slow = name -> {
            await(never, 60_000);
            return SmallWeb.addresses("127.0.0.1");
        };
        Web seen = new Web(slow, web.web(IMPATIENT).trust(), any -> true, web.port(), IMPATIENT, IMPATIENT);
        assertThat(new HttpsFetcher(seen).fetch(URI.create(web.url("/a"))))
                .isEqualTo(new Fetched.Unavailable("it took too long"));
        never.countDown();
    }

    private static Fetched fetch(String url) {
        return new HttpsFetcher(web.web(PATIENT)).fetch(URI.create(url));
    }

    private static String content(String path) {
        Fetched fetched = fetch(web.url(path));
        assertThat(fetched).isInstanceOf(Fetched.Document.class);
        return ((Fetched.Document) fetched).content().text();
    }

    private static Web with(Web.Resolver resolver, Predicate<InetAddress> allowed) {
        Web usual = web.web(PATIENT);
        return new Web(resolver, usual.trust(), allowed, usual.port(), usual.connecting(), usual.patience());
    }

    private static void redirect(String path, String status, String target) {
        web.answer(path, "HTTP/1.1 " + status + " See\nLocation: " + target + "\nContent-Length: 0", "");
    }

    /** Until the fetcher goes away. */
    private static void endlessly(OutputStream out, String first, String then) throws IOException {
        out.write(first.getBytes(StandardCharsets.UTF_8));
        while (true) {
            out.write(then.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void drip(OutputStream out, String first) throws IOException {
        drip(out, first, 50);
    }

    /** A byte now and then, until the fetcher goes away. */
    private static void drip(OutputStream out, String first, int millis) throws IOException {
        out.write(first.getBytes(StandardCharsets.UTF_8));
        CountDownLatch never = new CountDownLatch(1);
        while (!await(never, millis)) {
            out.write('x');
        }
    }

    private static boolean await(CountDownLatch latch, int millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
