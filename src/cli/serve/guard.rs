//! A request in, whether it comes from the one browser that opened the page out.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Result, anyhow};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use trialwire::report::html::assets;

/// Random bytes in a token: more than anybody can try.
const TOKEN_BYTES: usize = 24;

/// What opens the page: a token that works once, then a cookie.
pub struct Guard {
    port: u16,
    token: String,
    cookie: String,
    used: AtomicBool,
}

impl Guard {
    pub fn new(port: u16) -> Result<Self> {
        Ok(Self { port, token: random()?, cookie: random()?, used: AtomicBool::new(false) })
    }

    /// The address to open.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/?token={}", self.port, self.token)
    }

    /// Asked for by this computer's own name, so that no name elsewhere that points here is answered.
    fn own_host(&self, headers: &HeaderMap) -> bool {
        let names = [format!("127.0.0.1:{}", self.port), format!("localhost:{}", self.port)];
        let is_own = |host: &str| names.iter().any(|name| name == host);
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).is_some_and(is_own);
        let origin = headers
            .get(header::ORIGIN)
            .map(|origin| origin.to_str().ok().and_then(|origin| origin.strip_prefix("http://")).is_some_and(is_own));
        host && origin.unwrap_or(true)
    }

    fn has_cookie(&self, headers: &HeaderMap) -> bool {
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
        let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.any(|(name, value)| name == self.cookie_name() && same(value, &self.cookie))
    }

    /// Cookies are shared by all ports of a host.
    fn cookie_name(&self) -> String {
        format!("trialwire-{}", self.port)
    }

    /// True the first time the token is shown.
    fn takes(&self, query: &str) -> bool {
        let token = query.split('&').find_map(|pair| pair.strip_prefix("token="));
        token.is_some_and(|token| same(token, &self.token)) && !self.used.swap(true, Ordering::Relaxed)
    }
}

/// Refuses what is not from the browser that opened the page.
pub async fn check(State(guard): State<Arc<Guard>>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    if !guard.own_host(headers) {
        return refused("This page answers to 127.0.0.1 only.");
    }
    if guard.has_cookie(headers) {
        return next.run(request).await;
    }
    let opens = request.method() == Method::GET && request.uri().path() == "/";
    if opens && guard.takes(request.uri().query().unwrap_or_default()) {
        let cookie = format!("{}={}; HttpOnly; SameSite=Strict; Path=/", guard.cookie_name(), guard.cookie);
        return ([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response();
    }
    refused("This address was opened before or is not the one that was printed: start `trialwire serve` again.")
}

fn refused(reason: &'static str) -> Response {
    (StatusCode::FORBIDDEN, reason).into_response()
}

/// What a browser may do with an answer: run the page's own script, talk to this server, keep nothing.
pub async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let policy = format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'",
        assets::STYLE_HASH,
        assets::LIVE_SCRIPT_HASH
    );
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    let fixed: [(HeaderName, &'static str); 4] = [
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Compares all of it, whatever differs: the time tells nothing.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

fn random() -> Result<String> {
    let mut bytes = [0; TOKEN_BYTES];
    getrandom::fill(&mut bytes).map_err(|error| anyhow!("the system gives no random numbers: {error}"))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(HeaderName, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), HeaderValue::from_str(value).unwrap())).collect()
    }

    #[test]
    fn only_this_computers_names_are_answered() {
        let guard = Guard::new(8080).unwrap();
        let (host, origin) = (header::HOST, header::ORIGIN);
        for own in [
            headers(&[(host.clone(), "127.0.0.1:8080")]),
            headers(&[(host.clone(), "localhost:8080"), (origin.clone(), "http://localhost:8080")]),
        ] {
            assert!(guard.own_host(&own), "{own:?}");
        }
        for other in [
            headers(&[]),
            headers(&[(host.clone(), "evil.example:8080")]),
            headers(&[(host.clone(), "127.0.0.1:8081")]),
            headers(&[(host.clone(), "127.0.0.1.evil.example:8080")]),
            headers(&[(host.clone(), "127.0.0.1:8080"), (origin.clone(), "http://evil.example")]),
            headers(&[(host, "127.0.0.1:8080"), (origin, "null")]),
        ] {
            assert!(!guard.own_host(&other), "{other:?}");
        }
    }

    #[test]
    fn the_token_opens_once_and_the_cookie_from_then_on() {
        let guard = Guard::new(8080).unwrap();
        let (_, query) = guard.address().split_once('?').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        assert!(!guard.takes("") && !guard.takes("token=") && !guard.takes("token=0"));
        assert!(guard.takes(&query) && !guard.takes(&query));
        let cookie = |value: &str| headers(&[(header::COOKIE, &format!("a=b; trialwire-8080={value}"))]);
        assert!(guard.has_cookie(&cookie(&guard.cookie)));
        assert!(!guard.has_cookie(&cookie(&guard.token)) && !guard.has_cookie(&headers(&[])));
    }

    #[test]
    fn no_two_tokens_are_alike() {
        let guard = Guard::new(1).unwrap();
        assert!(guard.token.len() == 2 * TOKEN_BYTES && guard.token != guard.cookie);
    }
}
