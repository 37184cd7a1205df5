//! What web servers and search engines read: headers for three kinds of host, `robots.txt`, `sitemap.xml`.

use super::shell;
use crate::model::{Layout, Links, Portal, Route};
use crate::pages::escape;

/// The headers of every answer. `frame-ancestors` counts in a header only.
fn headers(shell: &str) -> Vec<(&'static str, String)> {
    let policy = shell::policy(shell).unwrap_or("default-src 'self'");
    vec![
        ("Content-Security-Policy", format!("{policy}; frame-ancestors 'none'")),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("X-Frame-Options", "DENY".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(self)".to_owned()),
    ]
}

const HASHED: &str = "public, max-age=31536000, immutable";
const PAGES: &str = "no-cache";

/// `_headers`, for hosts that read that file.
pub(super) fn headers_file(shell: &str) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in headers(shell) {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    text.push_str(&format!(
        "  Cache-Control: {PAGES}\n\n/assets/*\n  ! Cache-Control\n  Cache-Control: {HASHED}\n"
    ));
    text
}

/// `nginx.conf`, to be included in a `server` block.
pub(super) fn nginx(shell: &str) -> String {
    let (mut lines, mut inner) = (String::new(), String::new());
    for (name, value) in headers(shell) {
        lines.push_str(&format!("add_header {name} \"{value}\" always;\n"));
        // nginx inherits headers only into blocks that add none of their own.
        inner.push_str(&format!("    add_header {name} \"{value}\" always;\n"));
    }
    format!(
        "# Include this in the `server` block. Access logs would keep who read which page: leave them off.\n\
         access_log off;\n\
         types {{ application/wasm wasm; }}\n\
         error_page 404 /404.html;\n\
         {lines}add_header Cache-Control \"{PAGES}\" always;\n\
         location /assets/ {{\n{inner}    add_header Cache-Control \"{HASHED}\" always;\n}}\n"
    )
}

/// `web.config`, for IIS.
pub(super) fn iis(shell: &str) -> String {
    let mut names = String::new();
    for (name, value) in headers(shell) {
        names.push_str(&format!("        <add name=\"{name}\" value=\"{}\" />\n", escape(&value)));
    }
    format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=".wasm" />
      <mimeMap fileExtension=".wasm" mimeType="application/wasm" />
    </staticContent>
    <httpErrors errorMode="Custom" existingResponse="Replace">
      <remove statusCode="404" />
      <error statusCode="404" path="404.html" responseMode="File" />
    </httpErrors>
    <httpProtocol>
      <customHeaders>
{names}      </customHeaders>
    </httpProtocol>
  </system.webServer>
</configuration>
"#
    )
}

/// `robots.txt`.
pub(super) fn robots(portal: &Portal) -> String {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(address) = &portal.settings.address {
        text.push_str(&format!("Sitemap: {address}sitemap.xml\n"));
    }
    text
}

/// `sitemap.xml`, where the public address is known.
pub(super) fn sitemap(portal: &Portal, routes: &[Route]) -> Option<String> {
    let links = Links::absolute(portal.settings.address.as_deref()?);
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                    <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for route in routes.iter().filter(|route| is_listed(portal, route)) {
        text.push_str(&format!("<url><loc>{}</loc></url>\n", escape(&links.to(route))));
    }
    text.push_str("</urlset>\n");
    Some(text)
}

fn is_listed(portal: &Portal, route: &Route) -> bool {
    match route {
        Route::NotFound => false,
        Route::Page(id) => portal.page(id).is_some_and(|page| page.layout == Layout::Framed),
        _ => true,
    }
}
