//! Which texts are links that every reader takes.

/// Returns a text that is a link to the web as it is, and nothing else: no text around it, no sign that a link
/// must escape, no name or password in it.
pub fn link(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let host: &str = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = |it: char| it.is_ascii_alphanumeric() || "-.".contains(it);
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let has_host =
        name.chars().all(is_host) && name.starts_with(|it: char| it.is_ascii_alphanumeric());
    let has_port = port.parse::<u16>().is_ok_and(|port| port > 0) && !port.starts_with('+');
    let is_sign = |it: char| it.is_ascii_alphanumeric() || "-._~/?=&+,;:@!$'()*".contains(it);
    let (path, fragment) = rest[host.len()..].split_once('#').unwrap_or((&rest[host.len()..], ""));
    let is_clean = path.chars().chain(fragment.chars()).all(is_sign);
    (has_host && has_port && is_clean && text.len() <= 2_000).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_link_is_one() {
        let links = ["https://example.com", "http://example.com:80/a/b?c=d#e", "https://a.b/~c"];
        assert!(links.iter().all(|it| link(it).is_some()));
        let others = [
            "javascript:alert(1)",
            "https://",
            "https://a b",
            "https://a/%zz",
            "https://u:p@h/",
            "see https://a.b",
            "https://a/\"",
            "https://a:99999/",
            "https://a#b#c",
            "data:text/html,x",
            "https://[::1]/",
        ];
        assert!(others.iter().all(|it| link(it).is_none()));
    }
}
