"""What a paper is: paragraphs with roles, their structure, and the draft file."""
