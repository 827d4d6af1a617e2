"""The kit every printed document is built with: theme, text, flow, figures, pages and the tagged canvas."""
