// Loads the page anew when a build has ended that it was not made by. The browser keeps the place on the page.
"use strict";
(() => {
  const { version, events } = document.currentScript.dataset;
  let source;

  const leave = () => {
    source?.close();
    source = undefined;
  };

  const hear = ({ data }) => {
    if (data === version) return;
    leave();
    location.reload();
  };

  // Only a page in sight holds a connection: a browser opens six to a server at most, and a seventh tab would hang.
  const follow = () => {
    if (document.visibilityState === "hidden") return leave();
    if (source) return;
    source = new EventSource(events);
    source.onmessage = hear;
  };

  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", leave);
  addEventListener("pageshow", follow);
  follow();
})();
