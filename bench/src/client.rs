//! A light HTTP client: one kept connection for each user, and headers as a browser sends them.

use std::net::SocketAddr;

use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use crate::Result;

/// How the body may come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Coding {
    /// As it is.
    Plain,
    /// As a browser asks for it.
    Compressed,
}

/// One user's connection.
pub(crate) struct Client {
    sender: SendRequest<Full<Bytes>>,
    host: String,
    /// What the browser sends along once someone is signed in.
    pub(crate) cookie: Option<String>,
}

/// What came back, whole.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Client {
    pub(crate) async fn connect(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Client {
            sender,
            host: address.to_string(),
            cookie: None,
        })
    }

    pub(crate) async fn get(&mut self, path: &str, coding: Coding) -> Result<Answer> {
        self.send(Method::GET, path, coding, String::new()).await
    }

    /// Sends a form, already encoded.
    pub(crate) async fn post(&mut self, path: &str, form: String) -> Result<Answer> {
        self.send(Method::POST, path, Coding::Compressed, form)
            .await
    }

    async fn send(
        &mut self,
        method: Method,
        path: &str,
        coding: Coding,
        form: String,
    ) -> Result<Answer> {
        let mut request = Request::builder()
            .method(&method)
            .uri(path)
            .header(header::HOST, &self.host);
        if coding == Coding::Compressed {
            request = request.header(header::ACCEPT_ENCODING, "gzip, deflate, br, zstd");
        }
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        if method == Method::POST {
            request = request
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header("sec-fetch-site", "same-origin");
        }
        self.sender.ready().await?;
        let response = self
            .sender
            .send_request(request.body(Full::from(form))?)
            .await?;
        let (parts, body) = response.into_parts();
        Ok(Answer {
            status: parts.status,
            headers: parts.headers,
            body: body.collect().await?.to_bytes(),
        })
    }
}

impl Answer {
    /// The answer, if it has the status that was waited for.
    pub(crate) fn with(self, status: StatusCode, path: &str) -> Result<Self> {
        if self.status == status {
            return Ok(self);
        }
        Err(format!("{path} answered {} instead of {status}", self.status).into())
    }

    /// Where the answer sends the browser next.
    pub(crate) fn location(&self) -> Result<&str> {
        let location = self.headers.get(header::LOCATION);
        Ok(location.ok_or("no address to go to")?.to_str()?)
    }
}
