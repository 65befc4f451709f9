package io.mediapreflight.request.url;

import io.mediapreflight.text.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The page on which a hosting service shows a file to people: what is fetched there is HTML, and not the file.
 *
 * @param service what people call it
 * @param hosts its hosts; one that begins with a dot stands for every host below it
 * @param paths how the paths of its pages begin
 * @param direct a parameter with which the same path gives the file
 * @param directLink the form of the link that gives the file, or what to do where there is none
 */
record SharePage(
        String service, List<String> hosts, List<String> paths, Map<String, String> direct, Phrase directLink) {
    private static final String DRIVE_LINK = "https://drive.google.com/uc?export=download&id=ID";
    private static final Phrase NO_LINK = Phrase.of("url:share-page.none");

    private static final List<SharePage> ALL = List.of(
            new SharePage(
                    "Google Drive",
                    List.of("drive.google.com"),
                    List.of("/file/", "/open", "/drive", "/folderview"),
                    Map.of(),
                    direct(DRIVE_LINK)),
            new SharePage(
                    "Google Docs",
                    List.of("docs.google.com"),
                    List.of("/file/", "/document/", "/presentation/", "/spreadsheets/", "/drawings/", "/videos/"),
                    Map.of(),
                    direct(DRIVE_LINK)),
            new SharePage(
                    "Google Photos",
                    List.of("photos.google.com", "photos.app.goo.gl"),
                    List.of("/"),
                    Map.of(),
                    NO_LINK),
            new SharePage(
                    "Dropbox",
                    List.of("dropbox.com", "www.dropbox.com", "db.tt"),
                    List.of("/s/", "/sh/", "/scl/", "/t/", "/l/"),
                    Map.of("dl", "1", "raw", "1"),
                    direct("https://www.dropbox.com/scl/fi/…?rlkey=…&dl=1", "dl=0")),
            new SharePage(
                    "OneDrive",
                    List.of("1drv.ms", "onedrive.live.com"),
                    List.of("/"),
                    Map.of("download", "1"),
                    direct("https://onedrive.live.com/download?…", "/embed?, /redir?, 1drv.ms")),
            new SharePage(
                    "OneDrive",
                    List.of(".sharepoint.com"),
                    List.of("/:", "/personal/"),
                    Map.of("download", "1"),
                    direct("https://….sharepoint.com/…?download=1")),
            new SharePage(
                    "WeTransfer",
                    List.of("we.tl", "wetransfer.com", ".wetransfer.com"),
                    List.of("/"),
                    Map.of(),
                    NO_LINK),
            new SharePage(
                    "Box",
                    List.of("app.box.com", ".app.box.com", "box.com", "www.box.com"),
                    List.of("/s/", "/file/", "/v/"),
                    Map.of(),
                    direct("https://app.box.com/shared/static/ID.mp4")),
            new SharePage(
                    "iCloud",
                    List.of("www.icloud.com", "icloud.com", "share.icloud.com"),
                    List.of("/"),
                    Map.of(),
                    NO_LINK),
            new SharePage("MEGA", List.of("mega.nz", "mega.io", "mega.co.nz"), List.of("/"), Map.of(), NO_LINK),
            new SharePage(
                    "MediaFire",
                    List.of("mediafire.com", "www.mediafire.com"),
                    List.of("/file/", "/view/", "/folder/"),
                    Map.of(),
                    NO_LINK),
            new SharePage(
                    "pCloud",
                    List.of("u.pcloud.link", "e.pcloud.link", "my.pcloud.com"),
                    List.of("/"),
                    Map.of(),
                    NO_LINK));

    private static final String ONE_DRIVE_DOWNLOAD = "/download";

    private static Phrase direct(String form) {
        return Phrase.of("url:share-page.direct").with("form", form);
    }

    private static Phrase direct(String form, String replaced) {
        return Phrase.of("url:share-page.direct-replacing").with("form", form).with("replaced", replaced);
    }

    /** What is wrong with a URL that leads to such a page; empty where it is no page that is known. */
    static Optional<UrlDefect> defect(UrlParts url) {
        String host = url.host().toLowerCase(Locale.ROOT);
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String path = url.path().isEmpty() ? "/" : url.path();
        return ALL.stream()
                .filter(page -> page.isAt(name, path) && !page.isDirect(path, url.parameters()))
                .findFirst()
                .map(page -> UrlDefect.doubtful(Phrase.of("url:share-page")
                        .with("service", page.service)
                        .with("link", page.directLink)));
    }

    private boolean isAt(String name, String path) {
        return hosts.stream().anyMatch(host -> host.startsWith(".") ? name.endsWith(host) : name.equals(host))
                && paths.stream().anyMatch(path::startsWith);
    }

    private boolean isDirect(String path, Map<String, String> parameters) {
        boolean oneDrive = direct.containsKey("download");
        return direct.entrySet().stream().anyMatch(each -> each.getValue().equals(parameters.get(each.getKey())))
                || (oneDrive && (path.equals(ONE_DRIVE_DOWNLOAD) || path.endsWith("/_layouts/15/download.aspx")));
    }
}
