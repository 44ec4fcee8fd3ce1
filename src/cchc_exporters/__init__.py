"""The exporters that come with cchc, registered by entry points like anyone's."""
