package dev.badgr;

import dev.badgr.port.MailLayout;
import dev.badgr.text.Html;

/**
 * badgr's own page for HTML mails: the site's name above the text. No image, script, style sheet or anything else from
 * elsewhere; no colours but those of the button, so that it is readable on whatever background a mail program has.
 */
final class MailPage implements MailLayout {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%1$s" dir="%2$s" style="color-scheme:light dark">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width,initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <meta name="format-detection" content="telephone=no,date=no,address=no"/>
            <title>%3$s</title>
            </head>
            <body style="margin:0">
            <div lang="%1$s" dir="%2$s" style="max-width:560px;margin:0 auto;padding:24px 16px;text-align:start;\
            font:16px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif">
            <p style="margin:0 0 24px;padding:0 0 12px;border-bottom:1px solid #8a8f98;font-weight:600"><bdi>%4$s</bdi></p>
            %5$s</div>
            </body>
            </html>
            """;

    private final String name;

    MailPage(Site site) {
        this.name = Html.escape(site.name());
    }

    @Override
    public String page(Body body) {
        return PAGE.formatted(
                Html.escape(body.language()), body.direction(), Html.escape(body.subject()), name, body.html());
    }
}
