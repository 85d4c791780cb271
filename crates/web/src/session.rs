//! Cookies, and who is at the other end of a request.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::Response;
use service::accounts::{Token, sessions};

use crate::Web;
use std::sync::Arc;

/// The session's cookie. The prefix makes browsers refuse it from anyone but this very host, over
/// an unprotected connection or for a part of the addresses.
pub(crate) const COOKIE: &str = "__Host-strategikollen";
/// The cookie of a browser that has asked for a code to sign in with.
pub(crate) const BROWSER: &str = "__Host-inloggning";

/// Seconds that a browser keeps the session's cookie: as long as it is remembered whose it was, so
/// that a form sent after the session has ended can be kept for them.
const KEPT: i64 = sessions::REMEMBERED / 1000;
/// Seconds that a browser keeps the other cookie.
const BROWSER_KEPT: i64 = 60 * 60;

/// The session that a request's cookie names.
pub(crate) fn cookie(headers: &HeaderMap) -> Option<&str> {
    named(headers, COOKIE)
}

/// The value of a cookie by its name.
pub(crate) fn named<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value)
}

/// Sets the session's cookie.
pub(crate) fn signed_in(response: Response, token: &Token) -> Response {
    with(response, COOKIE, &token.text(), KEPT)
}

/// Removes the session's cookie.
pub(crate) fn signed_out(response: Response) -> Response {
    with(response, COOKIE, "", 0)
}

/// Sets the cookie of a browser that asks to sign in.
pub(crate) fn asking(response: Response, token: &Token) -> Response {
    with(response, BROWSER, &token.text(), BROWSER_KEPT)
}

/// Removes the cookie of a browser that has asked to sign in.
pub(crate) fn asked(response: Response) -> Response {
    with(response, BROWSER, "", 0)
}

/// Sets a cookie, or removes it with no seconds. Scripts do not see it, and it comes along only
/// from our own pages and with links that lead here.
pub(crate) fn with(mut response: Response, name: &str, value: &str, seconds: i64) -> Response {
    let cookie =
        format!("{name}={value}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Lax");
    // Our own names, and values of letters, digits, - and _.
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Who is at the other end of a request, as far as the network tells.
pub(crate) struct Requester {
    /// Where limits count from.
    pub(crate) address: IpAddr,
    /// What one would call the browser and its system.
    pub(crate) device: String,
    /// The cookie of a browser that has asked to sign in.
    pub(crate) browser: Option<Token>,
}

const FORWARDED: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The address that a request comes from. Each of our own proxies adds the address that it was
/// asked from last in the line, so what stands before theirs is anyone's word.
fn address(parts: &Parts, proxies: u8) -> IpAddr {
    let connected = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    let connected = connected.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip());
    let Some(before) = usize::from(proxies).checked_sub(1) else {
        return connected;
    };
    let lines = parts.headers.get_all(FORWARDED).iter();
    let told: Vec<&str> = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .collect();
    let told = told.iter().rev().nth(before);
    told.and_then(|address| address.trim().parse().ok())
        .unwrap_or(connected)
}

impl FromRequestParts<Arc<Web>> for Requester {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Infallible> {
        let agent = parts.headers.get(header::USER_AGENT);
        let agent = agent.and_then(|agent| agent.to_str().ok());
        Ok(Requester {
            address: address(parts, web.app.settings.proxies),
            device: sessions::device_name(agent.unwrap_or_default()),
            browser: named(&parts.headers, BROWSER).and_then(Token::parse),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn from(lines: &[&str], proxies: u8) -> String {
        let mut request = Request::new(());
        for line in lines {
            let line = HeaderValue::from_str(line).unwrap();
            request.headers_mut().append(FORWARDED, line);
        }
        let connected = ConnectInfo(SocketAddr::from(([10, 0, 0, 9], 4711)));
        request.extensions_mut().insert(connected);
        address(&request.into_parts().0, proxies).to_string()
    }

    #[test]
    fn only_our_own_proxies_are_believed() {
        let lines = ["203.0.113.1, 203.0.113.2", "203.0.113.3"];
        assert_eq!(from(&lines, 0), "10.0.0.9");
        assert_eq!(from(&lines, 1), "203.0.113.3");
        assert_eq!(from(&lines, 2), "203.0.113.2");
        assert_eq!(from(&lines, 4), "10.0.0.9");
        assert_eq!(from(&["not an address"], 1), "10.0.0.9");
        assert_eq!(from(&[], 1), "10.0.0.9");
        assert_eq!(from(&["2001:db8::1"], 1), "2001:db8::1");
    }

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        let line = HeaderValue::from_static("a=1; __Host-strategikollen=x=y;b=2");
        headers.insert(header::COOKIE, line);
        assert_eq!(cookie(&headers), Some("x=y"));
        assert_eq!(named(&headers, "b"), Some("2"));
        assert_eq!(named(&headers, "host-strategikollen"), None);
    }
}
