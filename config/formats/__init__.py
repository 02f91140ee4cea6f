"""Date formats by language, found through `FORMAT_MODULE_PATH`."""
