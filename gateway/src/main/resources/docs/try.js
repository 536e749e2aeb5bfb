// Starts the viewer on the merged document and gives it the token of the chosen sample.
"use strict";
const viewer = SwaggerUIBundle({
  url: "/docs/openapi.json",
  dom_id: "#viewer",
  docExpansion: "none",
  defaultModelsExpandDepth: -1,
  filter: true,
  validatorUrl: null,
});
const sample = document.getElementById("sample");
sample?.addEventListener("change", async () => {
  const state = document.getElementById("sample-state");
  viewer.authActions.logout(["token"]);
  state.textContent = "";
  if (sample.value === "") return;
  const answer = await fetch("/docs/sample-tokens/" + encodeURIComponent(sample.value), { method: "POST" });
  if (answer.ok) viewer.preauthorizeApiKey("token", (await answer.json()).access_token);
  state.textContent = answer.ok ? state.dataset.ready : state.dataset.none;
});
