#!/bin/sh
# Trunk's post_build hook: the generator takes the client that Trunk has staged, and puts the portal in its place.
# GENERATOR names one that is built already.
set -eu
# What readers load is made small; the names stay, since Trunk has hashed what it was made from.
if [ "$TRUNK_PROFILE" = release ]; then
    esbuild --minify --charset=utf8 --log-level=warning --allow-overwrite --outdir="$TRUNK_STAGING_DIR" "$TRUNK_STAGING_DIR"/*.js
    esbuild --minify-whitespace --charset=utf8 --log-level=warning --allow-overwrite --outdir="$TRUNK_STAGING_DIR" "$TRUNK_STAGING_DIR"/*.css
fi
# The map's library, with its version in its name: readers' browsers keep it for a year.
leaflet=$(node -p 'require("leaflet/package.json").version')
cp node_modules/leaflet/dist/leaflet.js "$TRUNK_STAGING_DIR/leaflet-$leaflet.js"
cp node_modules/leaflet/dist/leaflet.css "$TRUNK_STAGING_DIR/leaflet-$leaflet.css"
if [ -n "${GENERATOR:-}" ]; then
    set -- "$GENERATOR"
elif [ "$TRUNK_PROFILE" = release ]; then
    set -- cargo run --quiet --locked --release --
else
    set -- cargo run --quiet --locked --
fi
exec "$@" build --client "$TRUNK_STAGING_DIR" --out "$TRUNK_STAGING_DIR"
